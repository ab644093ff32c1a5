import Indicators
import SchoolStatistics

/// An authority's place among all: how many indicators are in each band, and on a page of its own every rank and band
/// with the strip, neighbours, region, movement and improvement.
struct PositionSection: AuthoritySection {
  /// True on the page of its own; the authority's page has the counts and the way there.
  var isWhole = false

  func render(_ area: Area, _ content: ReportContent) -> Markup? {
    let compared = content.results.indicators.compactMap { ComparedAuthority(area, $0, content) }
    let placed = compared.filter { $0.standing != nil }
    guard !placed.isEmpty else { return nil }
    let phases: [PageValue] = (isWhole ? Phase.allCases : []).compactMap { phase in
      let rows = compared.filter {
        $0.indicator.phase == phase && ($0.standing != nil || $0.value.unrankedReason != nil)
      }
      guard !rows.isEmpty else { return nil }
      return ["phase": .text(phase.title), "id": .text(phase.rawValue), "rows": .list(rows.map(row))]
    }
    let hasRegion = !area.regionName.isEmpty
    return Templates.render(
      "position",
      [
        "place": .text(area.name), "year": .text(PeriodText.year(content.results.headlineYear)),
        "region": .text(area.regionName.isEmpty ? "Region" : area.regionName),
        "regionPath": hasRegion ? .text("../../regions/\(ComparisonField.slug(area.regionName)).html") : .nothing,
        "bands": .list(
          QuartileBand.allCases.map { band in
            [
              "band": .text(band.rawValue), "title": .text(band.title),
              "count": .count(placed.count { $0.standing!.band == band.rawValue }),
            ]
          }),
        "phases": .list(phases), "isBrief": .flag(!isWhole),
      ])
  }

  private func row(_ compared: ComparedAuthority) -> PageValue {
    compared.fields.adding([
      "why": .optional(
        compared.standing?.movement.map {
          "\($0.from.rawValue) to \($0.to.rawValue): " + StandingText.why($0, compared.indicator)
        })
    ])
  }
}
