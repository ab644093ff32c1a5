import HTML
import Indicators
import Rulebook
import SchoolStatistics

/// Beneath the tables, each indicator on demand: every year with its counts and groups of pupils.
struct EvidenceSection: AuthoritySection {
  var link: (id: String, words: String) { (id: "evidence", words: "Year by year") }

  func render(_ area: Area, _ content: ReportContent) -> HTML? {
    let entries = content.results.indicators.compactMap { entry($0, area, content) }
    guard !entries.isEmpty else { return nil }
    return HTML {
      """
      <section class="evidence" aria-labelledby="evidence">
      <h2 id="evidence">Year by year</h2>
      <p class="paper soft small">Open an indicator on screen to have it on paper.</p>
      """
      for entry in entries { entry }
      "</section>"
    }
  }

  private func entry(_ indicator: Indicator, _ area: Area, _ content: ReportContent) -> HTML? {
    guard let row = IndicatorRow(indicator, area.place, content.results) else { return nil }
    let name = "\(indicator.phase.title), \(indicator.title)"
    return HTML {
      """
      <details>
      <summary>\(indicator.title) <span class="soft">\(indicator.phase.title)</span></summary>
      <div class="inside" id="\(indicator.id)">
      <p>\(MethodPage.good(indicator.polarity)) <a href="../../method.html#\(indicator.id)">Definition and source</a>.</p>
      """
      PageTable(
        label: "\(name), year by year", look: "years", caption: "Year by year",
        heads: ["Year"] + Self.heads + [.words("Note")]
      ).html {
        for value in row.series.compactMap({ $0 }) {
          let notes = notes(value, indicator, content).joined(separator: "; ")
          "<tr><th scope=\"row\">\(PeriodText.year(value.year))</th>\(cells(value, indicator))<td class=\"words\">\(notes)</td></tr>"
        }
      }
      groups(indicator, area, row.latest?.group, name, content)
      "</div>"
      "</details>"
    }
  }

  private func groups(
    _ indicator: Indicator, _ area: Area, _ shown: PupilGroup?, _ name: String, _ content: ReportContent
  ) -> HTML? {
    let year = content.results.headlineYear
    let values = PupilGroup.allCases.filter { $0 != shown }
      .compactMap { content.results.value(indicator.id, area.place, year, $0) }
    guard !values.isEmpty else { return nil }
    return PageTable(
      label: "\(name), groups of pupils", look: "years", caption: "Groups of pupils, \(PeriodText.year(year))",
      heads: ["Group"] + Self.heads
    ).html {
      for value in values { "<tr><th scope=\"row\">\(value.group.title)</th>\(cells(value, indicator))</tr>" }
    }
  }

  private static let heads: [PageTable.Head] = ["Value", "Number", "Out of", "95% interval", "England", "Difference"]

  private func cells(_ value: IndicatorValue, _ indicator: Indicator) -> HTML {
    let figure = HTML.value(FigureText.value(value.value, indicator), isMissing: value.value.value == nil)
    let interval = value.interval.map { FigureText.interval($0, decimals: indicator.decimals) }
    let england = value.national.value.map { FigureText.value($0, indicator) }
    let difference = FigureText.difference(value.difference, indicator)
    return
      "<td>\(figure)</td><td>\(value.numerator.count.map(FigureText.count))</td><td>\(value.denominator.count.map(FigureText.count))</td><td>\(interval)</td><td>\(england)</td><td>\(difference)</td>"
  }

  private func notes(_ value: IndicatorValue, _ indicator: Indicator, _ content: ReportContent) -> [String] {
    var parts = NoteText.parts(value)
    // The reason stands where the value would.
    if let reason = value.value.reason { parts.removeAll { $0 == reason.title } }
    if let pooled = value.pooledYears {
      parts.append(
        "\(pooled.years.count) years pooled: \(FigureText.number(pooled.percent, decimals: indicator.decimals))%, "
          + "\(FigureText.count(pooled.numerator)) of \(FigureText.count(pooled.denominator))")
    }
    if value.origin == .published, value.year == content.results.headlineYear, let line = value.sources.first {
      parts.append("from \(AmbitionText.source(line, content.data))")
    }
    if let coverage = NoteText.coverage(value, below: 100) { parts.append(coverage) }
    return parts
  }
}
