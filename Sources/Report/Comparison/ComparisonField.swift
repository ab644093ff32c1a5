import Indicators
import Rulebook
import SchoolStatistics

/// A page's side of the comparison: England with all authorities, or one region with its own.
struct ComparisonField: Sendable {
  /// `North West`; `England` for the page of all.
  let name: String
  /// `north-west`, in the address of the page.
  let slug: String
  /// By name.
  let authorities: [Area]
  let isEngland: Bool
  /// Indicators of the headline year that rank at least one authority, in the order of the catalogue.
  let indicators: [Indicator]

  /// England first, then the regions by name. Only England's page shows all authorities, so it is left out where the
  /// report is limited to some.
  static func all(_ content: ReportContent) -> [ComparisonField] {
    let ranked = Set(content.results.distributions.filter { $0.year == content.results.headlineYear }.map(\.indicator))
    let indicators = content.results.indicators.filter { ranked.contains($0.id) }
    let byName = existing(content).sorted { ($0.name, $0.place.code) < ($1.name, $1.place.code) }
    guard !indicators.isEmpty, !byName.isEmpty else { return [] }
    var fields: [ComparisonField] = []
    if !content.isLimited {
      fields.append(
        ComparisonField(name: "England", slug: "england", authorities: byName, isEngland: true, indicators: indicators))
    }
    let regions = Dictionary(grouping: byName.filter { !$0.regionName.isEmpty }, by: \.regionName)
    for name in regions.keys.sorted() {
      fields.append(
        ComparisonField(
          name: name, slug: content.pageName(ofRegion: name), authorities: regions[name]!, isEngland: false,
          indicators: indicators))
    }
    return fields
  }

  /// Authorities that existed in the headline year: one that was made later has nothing to compare.
  private static func existing(_ content: ReportContent) -> [Area] {
    content.authorities.filter { area in
      guard case .localAuthority(let code) = area.place, let index = content.data.authorityIndex(code) else {
        return true
      }
      return content.data.authorities[index].existed(in: content.results.headlineYear)
    }
  }

  var path: String { "regions/\(slug).html" }
  var workbookPath: String { "regions/\(slug).xlsx" }

  /// What is compared on an indicator: every authority of the page with a row, best first, those without rank last.
  func compared(_ indicator: Indicator, _ content: ReportContent) -> [ComparedAuthority] {
    authorities.compactMap { ComparedAuthority($0, indicator, content) }.enumerated().sorted {
      ($0.element.standing?.rank ?? .max, $0.offset) < ($1.element.standing?.rank ?? .max, $1.offset)
    }.map(\.element)
  }
}
