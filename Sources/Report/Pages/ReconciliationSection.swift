import Indicators
import SchoolStatistics

/// Published against pooled: the headline year open, earlier years on demand.
struct ReconciliationSection: AuthoritySection {
  func render(_ area: Area, _ content: ReportContent) -> Markup? {
    let lines = content.reconciliation(of: area.place)
    guard !lines.isEmpty else { return nil }
    let latest = lines.filter { $0.year == content.results.headlineYear }
    let earlier = lines.filter { $0.year != content.results.headlineYear }
    let unexplained = lines.count { !$0.isExplained }
    return Templates.render(
      "reconciliation",
      [
        "summary": .text(
          "\(FigureText.count(lines.count, "published figure")) compared; "
            + (unexplained == 0 ? "every difference is explained." : "\(FigureText.count(unexplained)) not explained.")),
        "tables": .list(
          [
            table("Results of \(PeriodText.year(content.results.headlineYear))", latest, content),
            table("Earlier years", earlier, content),
          ]
          .compactMap { $0 }),
      ])
  }

  private func table(_ title: String, _ lines: [Reconciliation], _ content: ReportContent) -> PageValue? {
    guard !lines.isEmpty else { return nil }
    let count = FigureText.count(lines.count, "line")
    return ["title": .text(title), "count": .text(count), "lines": .list(lines.compactMap { line($0, content) })]
  }

  private func line(_ line: Reconciliation, _ content: ReportContent) -> PageValue? {
    guard let indicator = content.indicator(line.indicator) else { return nil }
    let decimals = max(indicator.decimals, line.publishedDecimals)
    func text(_ figure: Figure, _ decimals: Int) -> String {
      figure.value.map { FigureText.number($0, decimals: decimals) + FigureText.suffix(indicator.unit) }
        ?? figure.reason!.title
    }
    return [
      "name": .text(indicator.shortTitle), "year": .text("\(line.year.ending)"),
      "published": .text(text(line.published, line.publishedDecimals)), "pooled": .text(text(line.pooled, decimals)),
      "difference": .text(line.difference.value.map { FigureText.signed($0, decimals: decimals) } ?? ""),
      "coverage": .text(
        line.coverage.schoolsExpected == 0
          ? "" : "\(FigureText.count(line.coverage.schools)) of \(FigureText.count(line.coverage.schoolsExpected))"),
      "explanation": .text(line.explanation), "unexplained": .flag(!line.isExplained),
    ]
  }
}
