import Rulebook
import SchoolStatistics
import TargetAmbition

/// One row of `tables/target-ambition-schools.csv` as rules read it.
struct TargetRow: Sendable {
  let target: SchoolAmbition

  func cell(_ column: String) -> FigureReference {
    FigureReference(.targetAmbition, target.measure.id, target.targetYear, column: column)
  }

  func quote(_ column: String, magnitude: Bool = false) -> PackNumber? {
    guard let number = TargetCells.number(target, column) else { return nil }
    // A second decimal of nought is left away: 66.00 is written 66.0.
    let decimals = TargetCells.decimals(column)
    let isShort = decimals == 2 && number == number.rounded(decimals: 1)
    return PackNumber(
      text: (magnitude ? number.magnitude : number).text(decimals: isShort ? 1 : decimals), reference: cell(column))
  }

  /// The criterion's outcome is the given one.
  func test(_ criterion: AmbitionCriterion, _ outcome: CriterionOutcome) -> RuleTest {
    .text(cell(criterion.code.lowercased()), outcome.rawValue)
  }
}

extension PackEvidence {
  /// The target that a result is held against: same measure, same year.
  func target(of row: FigureRow) -> TargetRow? {
    let measure = row.value.indicator.replacing("-", with: "_")
    return targets.first { $0.measure.id == measure && $0.targetYear == row.value.year }.map(TargetRow.init(target:))
  }
}

/// The cells of `tables/target-ambition-schools.csv` by column, rounded the way the table writes them.
enum TargetCells {
  static func decimals(_ column: String) -> Int {
    switch column {
    case "benchmark_percent": 2
    case "target_percent", "estimate_b", "distance_points", "latest_percent": 1
    default: 0
    }
  }

  static func number(_ target: SchoolAmbition, _ column: String) -> Rational? {
    let exact: Rational? =
      switch column {
      case "target_percent": target.target.value
      case "estimate_b": target.estimateB.value
      case "benchmark_percent": target.benchmark?.percent
      case "distance_points": target.distance
      case "latest_percent": target.latest.value
      default: count(target, column).map { Rational($0) }
      }
    return exact?.rounded(decimals: decimals(column))
  }

  /// The cells that hold whole numbers.
  private static func count(_ target: SchoolAmbition, _ column: String) -> Int? {
    switch column {
    case "cohort": return target.cohort
    case "target_pupils": return target.targetPupils
    case "pupils_asked": return target.pupilsAskedInAll
    case "pupils_beyond_asked": return target.pupilsBeyondAsked
    case "days_late": return target.daysLate
    case "cva_quartile": return target.nationalQuartile
    case "cva_quartile_similar": return target.similarQuartile
    default: break
    }
    if let criterion = criterion(column, "_pupils") { return target.pupilsNeeded[criterion.rawValue - 1] }
    return criterion(column, "_asks").flatMap { target.pupilsAsked[$0.rawValue - 1] }
  }

  static func text(_ target: SchoolAmbition, _ column: String) -> String? {
    if column == "verdict" { return target.isHeadline ? target.verdict.rawValue : "" }
    if column == "state" { return target.state.rawValue }
    return criterion(column, "").map { target.outcome($0).rawValue }
  }

  private static func criterion(_ column: String, _ suffix: String) -> AmbitionCriterion? {
    AmbitionCriterion.allCases.first { column == $0.code.lowercased() + suffix }
  }
}
