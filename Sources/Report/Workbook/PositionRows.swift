import Indicators
import Rulebook
import SchoolStatistics

/// Rows of positions for workbooks: rank, band, neighbours, movement, improvement, distance.
enum PositionRows {
  static let columns = [
    WorkbookColumn("Phase", isText: true), WorkbookColumn("Indicator", isText: true), WorkbookColumn("Value"),
    WorkbookColumn("Rank"), WorkbookColumn("Sharing the rank"), WorkbookColumn("Ranked"),
    WorkbookColumn("Band [note 1]"),
    WorkbookColumn("Decile [note 1]"), WorkbookColumn("At or above the top quartile", isText: true),
    WorkbookColumn("Grade by band [note 1]", isText: true), WorkbookColumn("Needed for the next band [note 3]"),
    WorkbookColumn("Neighbour mean [note 2]"), WorkbookColumn("Neighbours with data"),
    WorkbookColumn("Difference from neighbours"), WorkbookColumn("Rank among neighbours"),
    WorkbookColumn("Change of rank, 1 year [note 4]"), WorkbookColumn("Change of rank, 3 years [note 4]"),
    WorkbookColumn("Improvement, 3 years [note 5]"), WorkbookColumn("Rank of improvement [note 5]"),
    WorkbookColumn("Improvement ranked [note 5]"), WorkbookColumn("Improvement against England", isText: true),
  ]

  /// Precondition: the authority has a standing.
  static func row(_ compared: ComparedAuthority) -> [WorkbookCell] {
    let indicator = compared.indicator
    let standing = compared.standing!
    let decimals = indicator.decimals
    let ranked = StandingText.asRanked(indicator).decimals
    let improvement = standing.improvements[3]
    return [
      .text(indicator.phase.title), .text(indicator.title), .figure(compared.value.value, decimals: decimals),
      .count(standing.rank), .count(standing.sharing), .count(standing.ranked), .words(standing.band),
      .optional(standing.decile > 0 ? standing.decile : nil),
      .words(standing.band.isEmpty ? "" : standing.isTopQuartileInclusive ? "yes" : "no"),
      .words(StandingText.judgement(standing.judgement)), .optional(standing.neededForNextBand),
      .figure(standing.neighbourMean, decimals: ranked), .count(standing.neighboursWithData),
      .figure(standing.neighbourDifference, decimals: ranked), .optional(standing.neighbourRank),
      .optional(standing.rankChange1), .optional(standing.rankChange3),
      improvement.map { .figure(.value($0.amount), decimals: ranked) } ?? .missing(.notApplicable),
      .optional(improvement?.rank), .optional(improvement?.ranked),
      .words(
        improvement.map { $0.isTopQuartile ? "top quarter" : $0.isAboveMedian ? "above median" : "not above median" }
          ?? ""),
    ]
  }
}
