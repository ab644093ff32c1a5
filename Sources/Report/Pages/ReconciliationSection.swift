import HTML
import Indicators
import SchoolStatistics

/// Published against pooled: the headline year open, earlier years on demand.
struct ReconciliationSection: AuthoritySection {
  var link: (id: String, words: String) { (id: "reconciliation", words: "Published against pooled") }

  func render(_ area: Area, _ content: ReportContent) -> HTML? {
    let lines = content.reconciliation(of: area.place)
    guard !lines.isEmpty else { return nil }
    let year = content.results.headlineYear
    let unexplained = lines.count { !$0.isExplained }
    let explained =
      unexplained == 0 ? "every difference is explained." : "\(FigureText.count(unexplained)) not explained."
    return HTML {
      """
      <section aria-labelledby="reconciliation">
      <h2 id="reconciliation">Published figures against pooled ones</h2>
      <p class="paper soft small">Open a table on screen to have it on paper.</p>
      <p>\(FigureText.count(lines.count, "published figure")) compared; \(explained)</p>
      """
      table("Results of \(PeriodText.year(year))", lines.filter { $0.year == year }, content)
      table("Earlier years", lines.filter { $0.year != year }, content)
      "</section>"
    }
  }

  private func table(_ title: String, _ lines: [Reconciliation], _ content: ReportContent) -> HTML? {
    guard !lines.isEmpty else { return nil }
    return HTML {
      "<details>"
      "<summary>\(title) <span class=\"soft\">\(FigureText.count(lines.count, "line"))</span></summary>"
      PageTable(
        label: "Published against pooled, \(title)",
        caption: "\(title): published, pooled and what explains the difference", isInside: true,
        heads: ["Indicator", "Year", "Published", "Pooled", "Difference", "Schools", .words("Explanation")]
      ).html {
        for line in lines { row(line, content) }
      }
      "</details>"
    }
  }

  private func row(_ line: Reconciliation, _ content: ReportContent) -> HTML? {
    guard let indicator = content.indicator(line.indicator) else { return nil }
    let decimals = max(indicator.decimals, line.publishedDecimals)
    func text(_ figure: Figure, _ decimals: Int) -> String {
      figure.value.map { FigureText.number($0, decimals: decimals) + FigureText.suffix(indicator.unit) }
        ?? figure.reason!.title
    }
    let difference = line.difference.value.map { FigureText.signed($0, decimals: decimals) }
    let coverage =
      line.coverage.schoolsExpected == 0
      ? nil : "\(FigureText.count(line.coverage.schools)) of \(FigureText.count(line.coverage.schoolsExpected))"
    let unexplained: HTML? = line.isExplained ? nil : "<strong>Not explained.</strong> "
    return
      "<tr><th scope=\"row\">\(indicator.shortTitle)</th><td>\(line.year.ending)</td><td>\(text(line.published, line.publishedDecimals))</td><td>\(text(line.pooled, decimals))</td><td>\(difference)</td><td>\(coverage)</td><td class=\"words\">\(unexplained)\(line.explanation)</td></tr>"
  }
}
