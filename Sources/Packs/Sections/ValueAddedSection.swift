import Indicators
import SchoolStatistics
import TargetAmbition

/// Value added by year: score, interval, percentile, quartile and significance.
///
/// Source: rulebook §3.1 and §3.4. Scores are centred anew each year and are not compared across years.
enum ValueAddedSection {
  static func section(_ standings: [ValueAddedStanding]) -> PackSection? {
    guard !standings.isEmpty else { return nil }
    let rows = standings.sorted { ($1.year, $0.measure) < ($0.year, $1.measure) }.map { standing in
      PackRow(
        standing.year.title, small: standing.measure.replacing("_", with: " ").uppercased(),
        cells: [
          PackCell(text(standing.score), small: range(standing)),
          standing.national.map { PackCell("\($0.percentile)", small: "\($0.rank) of \($0.ranked)") }
            ?? PackCell(reason(standing)),
          standing.national.map { PackCell("", band: letter($0.quartile)) } ?? PackCell("not ranked"),
          standing.similar.map { PackCell("", small: "\($0.rank) of \($0.ranked)", band: letter($0.quartile)) }
            ?? PackCell("not ranked"),
          PackCell(significance(standing)),
          PackCell(
            standing.coverage.value.map { $0.text(decimals: 0) + "%" } ?? "not available",
            small: standing.pupils.count.map { "\($0) pupils" } ?? ""),
        ])
    }
    return PackSection(
      id: "value-added", title: "Value added",
      tables: [
        PackTable(
          caption: "Score with 95% interval, and where it stands", stub: "Year",
          columns: [
            "Score", "Percentile", "Quarter, England", "Quarter, similar schools", "Against the centre", "Coverage",
          ], rows: rows)
      ],
      notes: ["Percentile 1 is highest. Scores are centred anew each year, so they are not compared from year to year."]
    )
  }

  static func letter(_ quartile: Int) -> String { ["A", "B", "C", "D"][max(1, min(4, quartile)) - 1] }

  private static func reason(_ standing: ValueAddedStanding) -> String { standing.unranked?.title ?? "not ranked" }

  private static func text(_ figure: Figure) -> String {
    figure.value.map { $0.text(decimals: 1).signed } ?? figure.reason?.title ?? ""
  }

  private static func range(_ standing: ValueAddedStanding) -> String {
    guard let low = standing.lower.value, let high = standing.upper.value else { return "" }
    return "\(low.text(decimals: 1).signed) to \(high.text(decimals: 1).signed)"
  }

  private static func significance(_ standing: ValueAddedStanding) -> String {
    switch standing.significance {
    case .above: "significantly above the centre"
    case .below: "significantly below the centre"
    case .notSignificant: "not significantly different"
    case .notTested: "not tested"
    }
  }
}
