import HTML
import Indicators
import SchoolStatistics

/// An authority's place among all: how many indicators are in each band, and on a page of its own every rank and band
/// with the strip, neighbours, region, movement and improvement.
struct PositionSection: AuthoritySection {
  /// True on the page of its own; the authority's page has the counts and the way there.
  var isWhole = false

  var link: (id: String, words: String) { (id: "position", words: "Place among all") }

  func render(_ area: Area, _ content: ReportContent) -> HTML? {
    let compared = content.results.indicators.compactMap { ComparedAuthority(area, $0, content) }
    let placed = compared.filter { $0.standing != nil }
    guard !placed.isEmpty else { return nil }
    let bands = QuartileBand.allCases.map { band -> HTML in
      let count = placed.count { $0.standing!.band == band.rawValue }
      return "\(HTML.band(band.rawValue)) \(band.title): <b>\(FigureText.count(count))</b> "
    }
    let more: HTML =
      isWhole
      ? " Strips have the best on the right, the dashed line is England."
      : " <a href=\"position.html\">Every indicator’s place, neighbours and movement</a>."
    let region: HTML? = content.regionPath(of: area).map {
      " <a href=\"../../\($0)\">\(area.regionName) side by side</a>."
    }
    return HTML {
      """
      <section aria-labelledby="position">
      <h2 id="position">Place among all authorities <span class="soft">\(PeriodText.year(content.results.headlineYear))</span></h2>
      <p class="bands">\(bands.joined())</p>
      <p class="soft small">Bands are quarters of the authorities with data, norm-referenced by the tool's default; no official cut-points exist.\(more)\(region)</p>
      """
      if isWhole {
        for phase in Phase.allCases { table(phase, compared.filter { $0.indicator.phase == phase }, area) }
      }
      "</section>"
    }
  }

  private func table(_ phase: Phase, _ compared: [ComparedAuthority], _ area: Area) -> HTML? {
    let shown = compared.filter { $0.standing != nil || $0.value.unrankedReason != nil }
    guard !shown.isEmpty else { return nil }
    return PageTable(
      label: "Place among all authorities: \(phase.title)", look: "list each", caption: "\(phase.title)",
      heads: [
        "Indicator", "Among all", .draw("Position, 95% interval"),
        "\(area.regionName.isEmpty ? "Region" : area.regionName)", "Neighbours",
        "Rank since last year", "Improvement", "Next band",
      ]
    ).html {
      for one in shown { row(one) }
    }
  }

  private func row(_ compared: ComparedAuthority) -> HTML {
    let counts = compared.counts.isEmpty ? "" : ", \(compared.counts)"
    let line: HTML? = compared.isOnTopLine ? "<small>at the top-quartile line</small>" : nil
    let judgement = compared.standing.map { StandingText.judgement($0.judgement) }
    let why = compared.standing?.movement.map {
      "\($0.from.rawValue) to \($0.to.rawValue): " + StandingText.why($0, compared.indicator)
    }
    return HTML {
      "<tr><th scope=\"row\">\(compared.indicator.shortTitle)<small>\(compared.shownValue)\(counts)</small></th>"
      "<td>\(HTML.band(compared.standing?.band))<small>\(compared.rank)</small>\(line)\(HTML.small(judgement))</td>"
      "<td class=\"draw\">\(compared.strip)</td>"
      "<td>\(compared.regionalDifference)\(HTML.small(compared.regionalSignificance))</td>"
      "<td>\(compared.neighbourDifference)\(HTML.small(compared.neighbours))</td>"
      "<td>\(compared.rankChange1)\(HTML.small(why))</td>"
      "<td>\(HTML.small(compared.improvement))</td>"
      "<td>\(compared.needed)</td></tr>"
    }
  }
}
