import HTML
import Indicators
import Rulebook
import SchoolStatistics

/// All authorities of a page by all indicators: the band by letter and shade, with the rank beneath.
///
/// Complete without a script; with one it sorts and filters.
enum HeatTable {
  /// How many indicators stand side by side on a page.
  private static let widest = 28

  /// Appendix 1 in one table; the others in one where they fit or one a phase, measures that came with the data last.
  static func render(_ field: ComparisonField, _ content: ReportContent) -> [HTML] {
    let main = field.indicators.filter(\.isAppendix1)
    let others = field.indicators.filter { !$0.isAppendix1 }
    var tables: [(title: String, indicators: [Indicator])] = []
    if !main.isEmpty { tables.append(("Indicators of Appendix 1", main)) }
    let published = others.filter { $0.id.hasPrefix("lait-") }
    let calculated = others.filter { !$0.id.hasPrefix("lait-") }
    for (title, kind) in [("Other indicators", calculated), ("Measures as published", published)] {
      if kind.count <= widest {
        if !kind.isEmpty { tables.append((title, kind)) }
        continue
      }
      for phase in Phase.allCases {
        let indicators = kind.filter { $0.phase == phase }
        if !indicators.isEmpty { tables.append(("\(title), \(phase.title)", indicators)) }
      }
    }
    return tables.enumerated().map { render($0.offset, $0.element.title, $0.element.indicators, field, content) }
  }

  private static func render(
    _ number: Int, _ title: String, _ indicators: [Indicator], _ field: ComparisonField, _ content: ReportContent
  ) -> HTML {
    let phases = Phase.allCases.compactMap { phase -> HTML? in
      let count = indicators.count { $0.phase == phase }
      return count == 0
        ? nil : "<th scope=\"colgroup\" colspan=\"\(count)\" class=\"phase\">\(phase.title)</th>"
    }
    let inOrder = Phase.allCases.flatMap { phase in indicators.filter { $0.phase == phase } }
    let heads = inOrder.map {
      "<th scope=\"col\" class=\"turned\" data-column=\"rank\"><span>\($0.shortTitle)</span></th>" as HTML
    }
    let region: HTML? =
      field.isEngland ? "<th scope=\"col\" rowspan=\"2\" class=\"who\" data-column=\"name\">Region</th>" : nil
    return HTML {
      """
      <section class="heat-section" aria-labelledby="heat-\(number + 1)" data-what="authorities" data-bands="A:A anywhere;B:B anywhere;C:C anywhere;D:D anywhere">
      <h2 id="heat-\(number + 1)">\(title) <span class="soft">\(field.name), \(PeriodText.year(content.results.headlineYear))</span></h2>
      <div class="tools" hidden></div>
      <div class="scroll" role="region" aria-label="Table of bands: \(title)" tabindex="0">
      <table class="heat">
      <caption>Band of each authority on each indicator, rank in England beneath.</caption>
      <thead>
      <tr><th scope="col" rowspan="2" class="who" data-column="name">Authority</th>\(region)\(phases.joined())</tr>
      <tr>\(heads.joined())</tr>
      </thead>
      <tbody>
      """
      for area in field.authorities { row(area, inOrder, field, content) }
      """
      </tbody>
      </table>
      </div>
      </section>
      """
    }
  }

  private static func row(
    _ area: Area, _ indicators: [Indicator], _ field: ComparisonField, _ content: ReportContent
  ) -> HTML {
    let name: HTML =
      content.options.kind == .report
      ? "<a href=\"../\(AuthorityPages.path(area))\">\(area.shownName)</a>" : "\(area.shownName)"
    let region: HTML? = field.isEngland ? "<td class=\"who\">\(area.regionName)</td>" : nil
    let cells = indicators.map { cell(ComparedAuthority(area, $0, content)) }
    return "<tr><th scope=\"row\">\(name)</th>\(region)\(cells.joined())</tr>"
  }

  private static func cell(_ compared: ComparedAuthority?) -> HTML {
    guard let standing = compared?.standing else { return "<td class=\"no\">\(compared?.symbol ?? "x")</td>" }
    return
      "<td class=\"\(standing.band)\" data-rank=\"\(standing.rank)\">\(standing.band)<small>\(standing.rank)</small></td>"
  }
}
