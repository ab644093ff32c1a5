import SchoolStatistics

/// One row of `tables/target-ambition.csv` as rules read it.
struct TargetRow: Sendable {
  let target: SchoolAmbition

  func cell(_ column: String) -> FigureReference {
    FigureReference(.targetAmbition, target.measure.id, target.targetYear, column: column)
  }

  func quote(_ column: String, magnitude: Bool = false) -> PackNumber? {
    guard let number = TargetCells.number(target, column) else { return nil }
    return PackNumber(
      text: (magnitude ? number.magnitude : number).text(decimals: TargetCells.decimals(column)), reference: cell(column))
  }

  /// The criterion's outcome is the given one.
  func test(_ criterion: AmbitionCriterion, _ outcome: CriterionOutcome) -> RuleTest {
    .text(cell(criterion.code.lowercased()), outcome.rawValue)
  }
}

/// The cells of `tables/target-ambition.csv` by column, rounded the way the table writes them.
enum TargetCells {
  static func decimals(_ column: String) -> Int {
    column.hasSuffix("pupils_needed") || column == "cohort" || column == "target_pupils" ? 0 : 1
  }

  static func number(_ target: SchoolAmbition, _ column: String) -> Rational? {
    let exact: Rational? =
      switch column {
      case "cohort": target.cohort.map { Rational($0) }
      case "target_pupils": target.targetPupils.map { Rational($0) }
      case "target_percent": target.target.value
      case "estimate_b": target.estimateB.value
      case "benchmark_percent": target.benchmark?.percent
      case "distance_points": target.distance
      case "latest_percent": target.latest.value
      default: criterion(column, "_pupils_needed").flatMap { target.pupilsNeeded[$0.rawValue - 1] }.map { Rational($0) }
      }
    return exact?.rounded(decimals: decimals(column))
  }

  static func text(_ target: SchoolAmbition, _ column: String) -> String? {
    if column == "verdict" { return target.verdict.rawValue }
    return criterion(column, "").map { target.outcome($0).rawValue }
  }

  private static func criterion(_ column: String, _ suffix: String) -> AmbitionCriterion? {
    AmbitionCriterion.allCases.first { column == $0.code.lowercased() + suffix }
  }
}
