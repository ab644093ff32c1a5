import HTML
import Indicators
import Rulebook
import SchoolStatistics

/// England as tiles, an authority a tile and a region a block about where it lies, shaded by band: one map for the first
/// ranked indicator of each phase. A choice shows one of them; the same figures stand in a table beneath.
struct TileMap {
  let indicators: [Indicator]
  /// By region, in the order of its code, then by name.
  let regions: [(code: String, name: String, authorities: [Area])]
  let content: ReportContent

  /// Nil where no indicator ranks the authorities.
  init?(_ content: ReportContent) {
    guard let field = content.comparisonFields.first else { return nil }
    indicators = Phase.allCases.compactMap { phase in field.indicators.first { $0.phase == phase } }
    let byRegion = Dictionary(grouping: content.comparisonFields.filter { !$0.isEngland }.flatMap(\.authorities)) {
      $0.regionCode
    }
    regions = byRegion.sorted { $0.key < $1.key }.map { ($0.key, $0.value[0].regionName, $0.value) }
    guard !indicators.isEmpty, !regions.isEmpty else { return nil }
    self.content = content
  }

  var html: HTML {
    HTML {
      """
      <section class="maps" aria-labelledby="map">
      <h2 id="map">Where authorities stand <span class="soft">\(PeriodText.year(content.results.headlineYear))</span></h2>
      <p class="bands"><span class="band A">A</span> best quarter of England <span class="band B">B</span> second <span class="band C">C</span> third <span class="band D">D</span> last</p>
      <fieldset class="choice">
      <legend>Indicator shown</legend>
      """
      for (position, indicator) in indicators.enumerated() {
        let checked: HTML = position == 0 ? " checked" : ""
        "<label><input type=\"radio\" name=\"map\" id=\"map-\(position + 1)\"\(checked)> \(indicator.shortTitle)</label>"
      }
      "</fieldset>"
      for (position, indicator) in indicators.enumerated() { map(position + 1, indicator) }
      table
      "</section>"
    }
  }

  private func map(_ number: Int, _ indicator: Indicator) -> HTML {
    HTML {
      "<div class=\"tile-map map-\(number)\" role=\"group\" aria-label=\"\(indicator.title)\">"
      for region in regions {
        """
        <div class="\(region.code)">
        <h3>\(region.name)</h3>
        <ul>
        """
        for area in region.authorities { tile(area, indicator) }
        "</ul>"
        "</div>"
      }
      "</div>"
    }
  }

  private func tile(_ area: Area, _ indicator: Indicator) -> HTML {
    let compared = ComparedAuthority(area, indicator, content)
    let band = compared?.standing?.band ?? ""
    let words = compared.map { "\(area.shownName): \($0.shownValue), \($0.rank ?? "no rank")" } ?? area.shownName
    return
      "<li><a class=\"\(band)\" href=\"\(AuthorityPages.path(area))\" title=\"\(words)\">\(String(area.shownName.prefix(4)))<b>\(band.isEmpty ? compared?.symbol ?? "x" : band)</b></a></li>"
  }

  private var table: HTML {
    HTML {
      "<details class=\"optional\">"
      "<summary>The same figures as a table</summary>"
      PageTable(
        label: "Authorities on the indicators of the map",
        caption: "Figure, band and rank", isInside: true,
        heads: ["Authority"] + indicators.map { "\($0.shortTitle)" }
      ).html {
        for area in regions.flatMap(\.authorities) {
          "<tr><th scope=\"row\"><a href=\"\(AuthorityPages.path(area))\">\(area.shownName)</a></th>\(indicators.map { cell(area, $0) }.joined())</tr>"
        }
      }
      "</details>"
    }
  }

  private func cell(_ area: Area, _ indicator: Indicator) -> HTML {
    guard let compared = ComparedAuthority(area, indicator, content) else { return "<td></td>" }
    return
      "<td>\(compared.shownValue) \(HTML.band(compared.standing?.band))\(HTML.small(compared.standing.map(StandingText.shortRank)))</td>"
  }
}
