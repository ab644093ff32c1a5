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
    var earlierDecimals: Int?
    var sources: [SourceLine] = []
    /// The target for persistent absence and the latest rate of it, per cent.
    var persistentRecord: TargetRecord?
    var persistentLatest: Figure = .missing(.notSupplied)
    var persistentSources: [SourceLine] = []
  }

  var options: AmbitionOptions
  var phase: AmbitionOptions.PhaseOptions
  var measure: Measure
  var targetYear: AcademicYear
  var roundYear: AcademicYear
  /// Last day for setting the target, and whether it is past.
  var deadline: CalendarDate
  var isDue: Bool
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
  var compared: ComparedFigure {
    ComparedFigure("target", percent, .percent, pupils: pupils, cohort: cohort, decimals: percentDecimals)
  }
}

extension AmbitionComparison {
  /// A target against a line in per cent; not assessable where either is missing.
  static func target(
    _ test: String, _ record: TargetRecord, _ relation: ComparisonRelation, _ line: ComparedFigure, tolerance: Rational,
    sources: [SourceLine] = []
  ) -> AmbitionComparison {
    var comparison = AmbitionComparison(
      comparing: test, record.compared, relation, line, tolerance: tolerance, sources: [record.source] + sources)
    if comparison.outcome == .notMet, let value = line.value.value {
      comparison.pupilsNeeded = record.pupilsNeeded(
        relation, value - tolerance, decimals: comparison.decimals)
    }
    return comparison
  }

  /// Pupils of a target against a number of pupils.
  static func pupils(
    _ test: String, _ left: ComparedFigure, _ relation: ComparisonRelation, _ right: ComparedFigure,
    sources: [SourceLine]
  ) -> AmbitionComparison {
    var comparison = AmbitionComparison(comparing: test, left, relation, right, sources: sources)
    if comparison.outcome == .notMet, let own = left.value.value, let line = right.value.value {
      // The next whole number at or above the line.
      comparison.pupilsNeeded =
        Int(
          (line - own + Rational(1, 2)).roundedUnits(decimals: 0)) - ((line - own).isWhole ? 1 : 0)
    }
    return comparison
  }
}

extension TargetRecord {
  /// Pupils to add for the share to stand to a line as asked; nil without pupils and cohort, or where the whole
  /// cohort would not be enough.
  func pupilsNeeded(_ relation: ComparisonRelation, _ line: Rational, decimals: Int?) -> Int? {
    guard let pupils, let cohort, cohort > 0,
      let fewest = relation.fewestPupils(of: cohort, line, decimals: decimals)
    else { return nil }
    return max(0, fewest - pupils)
  }
}
