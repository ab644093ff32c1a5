import Indicators
import Rulebook
import SchoolStatistics

/// Everything that the six criteria look at for one target; pure values, so that each criterion can be tested alone.
struct CriterionInputs: Sendable {
  /// One of the two progress measures of the phase.
  struct Progress: Sendable {
    var measure: Measure
    var title: String
    var record: TargetRecord?
    /// Latest result of the measure at the round.
    var latest: SchoolShare?
  }

  struct Absence: Sendable {
    var record: TargetRecord?
    var isRequired = false
    /// Median absence of schools with a like share of free school meals, the school's own latest rate, its target
    /// for the same or the prior year; per cent.
    var median: Figure = .missing(.notSupplied)
    var latest: Figure = .missing(.notSupplied)
    var earlierTarget: Figure = .missing(.notSupplied)
    var sources: [SourceLine] = []
  }

  var options: AmbitionOptions
  var phase: AmbitionOptions.PhaseOptions
  var measure: Measure
  var targetYear: AcademicYear
  var roundYear: AcademicYear
  /// The target that is judged; nil where the school set none.
  var target: TargetRecord?
  /// The school's target for the threshold measure of the phase: the same as `target` for that measure.
  var headline: TargetRecord?
  var progress: [Progress] = []
  var absence = Absence()
  /// Latest result of the judged measure at the round first, then the years before it.
  var history: [SchoolShare] = []
  /// FFT B estimates of the years in `history`, for the option that adjusts the previous best.
  var pastEstimatesB: [AcademicYear: Rational] = [:]
  var benchmark: AmbitionBenchmark?

  var isHeadline: Bool { measure.id == phase.measure }
  var tolerance: Rational { options.tolerance.value }
}

extension TargetRecord {
  var compared: ComparedFigure { ComparedFigure("target", percent, .percent, pupils: pupils, cohort: cohort) }

  /// The smallest number of pupils to add for the target's share to reach `line` per cent (or pass it, if `strictly`).
  ///
  /// Nought where it does already; nil without pupils and cohort, or where the whole cohort would not be enough.
  func pupilsNeeded(toReach line: Rational, strictly: Bool = false) -> Int? {
    guard let pupils, let cohort, cohort > 0 else { return nil }
    let wanted = line * Rational(cohort) / Rational(100)
    // floor(wanted) by integer division of a fraction with a positive denominator
    let quotient = wanted.numerator / wanted.denominator
    let floor = wanted.numerator % wanted.denominator < 0 ? quotient - 1 : quotient
    let fewest = strictly ? Int(floor) + 1 : (wanted.isWhole ? Int(floor) : Int(floor) + 1)
    if fewest <= pupils { return 0 }
    return fewest <= cohort ? fewest - pupils : nil
  }
}

extension AmbitionComparison {
  /// A target against a line in per cent, exactly; not assessable where either is missing.
  static func target(
    _ test: String, _ record: TargetRecord, _ relation: ComparisonRelation, _ line: ComparedFigure, tolerance: Rational,
    sources: [SourceLine] = []
  ) -> AmbitionComparison {
    var comparison = AmbitionComparison(
      test: test, outcome: .notAssessable, left: record.compared, relation: relation, right: line,
      sources: [record.source] + sources)
    guard let target = record.percent.value, let value = line.value.value else { return comparison }
    let strictly = relation == .moreThan
    let needed = value - tolerance
    comparison.outcome = (strictly ? target > needed : target >= needed) ? .met : .notMet
    comparison.pupilsNeeded = comparison.outcome == .met ? 0 : record.pupilsNeeded(toReach: needed, strictly: strictly)
    return comparison
  }
}
