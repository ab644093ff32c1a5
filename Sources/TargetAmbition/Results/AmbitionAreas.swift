import Rulebook
import SchoolStatistics

/// Which quartile of value added a row of a quartile table is about: nationally, or among similar schools.
public enum QuartileBasis: String, CaseIterable, Sendable { case national, similar }

/// Schools of one CVA quartile in one area, and how many of them set ambitious targets.
public struct QuartileRow: Sendable {
  /// 1 (highest value added) to 4; nil for schools that are not ranked.
  public var quartile: Int?
  /// Schools assessed, and those that met or were exempt.
  public var assessed = 0
  public var met = 0
  public var notAssessable = 0
  /// For C1 to C6: schools that met, of schools where the criterion could be assessed.
  public var metByCriterion = [Int](repeating: 0, count: 6)
  public var assessedByCriterion = [Int](repeating: 0, count: 6)
  /// The same for criteria 1, 2 and 6 together.
  public var metTogether = 0
  public var assessedTogether = 0
  /// Median of target minus benchmark, in percentage points and in pupils; missing without benchmarks.
  public var medianDistance: Figure = .missing(.notAvailable)
  public var medianDistanceInPupils: Figure = .missing(.notAvailable)
  /// Schools with a benchmark, which the medians are over.
  public var withBenchmark = 0
  public init(quartile: Int?) { self.quartile = quartile }
  public var percent: Rational? { assessed > 0 ? .percent(met, of: assessed) : nil }
}

/// Aggregated targets of an area: pooled pupils, never means of percentages (rulebook §5.6).
public struct AggregatedTarget: Sendable {
  public var targetPupils: Int
  public var cohort: Int
  /// Pupils of all cohorts, with or without a target.
  public var cohortExpected: Int
  public var schools: Int
  public var schoolsExpected: Int
  /// The figure if the missing targets were nought, and if they were at the benchmark (or everybody, without one).
  public var lowest: Figure
  public var highest: Figure
  /// The national target for that year, where reference data has one.
  public var nationalTarget: Figure
  public init(
    targetPupils: Int, cohort: Int, cohortExpected: Int, schools: Int, schoolsExpected: Int, lowest: Figure,
    highest: Figure, nationalTarget: Figure
  ) {
    (self.targetPupils, self.cohort, self.cohortExpected) = (targetPupils, cohort, cohortExpected)
    (self.schools, self.schoolsExpected) = (schools, schoolsExpected)
    (self.lowest, self.highest, self.nationalTarget) = (lowest, highest, nationalTarget)
  }
  public var percent: Figure { cohort > 0 ? .value(.percent(targetPupils, of: cohort)) : .missing(.notAvailable) }
  public var coverage: Rational? { cohortExpected > 0 ? .percent(cohort, of: cohortExpected) : nil }
  /// Aggregated target minus national target; met if not negative.
  public var gap: Rational? {
    guard let own = percent.value, let national = nationalTarget.value else { return nil }
    return own - national
  }
}

/// What is needed from the latest result to the goal, a year.
public struct RequiredRate: Hashable, Sendable {
  public var latest: Rational
  public var latestYear: AcademicYear
  public var goal: Rational
  public var goalYear: AcademicYear
  /// Percentage points a year.
  public var perYear: Rational
  /// The rate beyond which a rise is called unprecedented, and where it came from.
  public var threshold: Rational
  public var thresholdReason: String
  public init(
    latest: Rational, latestYear: AcademicYear, goal: Rational, goalYear: AcademicYear, threshold: Rational,
    thresholdReason: String
  ) {
    (self.latest, self.latestYear, self.goal, self.goalYear) = (latest, latestYear, goal, goalYear)
    (self.threshold, self.thresholdReason) = (threshold, thresholdReason)
    perYear = (goal - latest) / Rational(goalYear.ending - latestYear.ending)
  }
  public var isUnprecedented: Bool { perYear > threshold }
}

/// One area, phase and target year: everything said about its targets on the headline measure.
public struct AreaAmbition: Sendable {
  public var place: Place
  public var phase: Phase
  public var measure: Measure
  public var targetYear: AcademicYear
  public var round: TargetRound
  /// One for each edition and test that the edition reports, the configured headline first.
  public var shares: [AmbitionShare]
  /// Rows for quartiles 1 to 4, then for schools not ranked; by basis.
  public var quartiles: [QuartileBasis: [QuartileRow]]
  public var total: QuartileRow
  public var aggregated: AggregatedTarget
  /// To the aggregated target of the area, and to the national target; nil where either end is missing.
  public var requiredForOwnTarget: RequiredRate?
  public var requiredForNationalTarget: RequiredRate?
  /// Positions in `AmbitionResults.schools`; empty above the level of an authority.
  public var schools: [Int]

  public init(
    place: Place, phase: Phase, measure: Measure, targetYear: AcademicYear, round: TargetRound, shares: [AmbitionShare],
    quartiles: [QuartileBasis: [QuartileRow]], total: QuartileRow, aggregated: AggregatedTarget,
    requiredForOwnTarget: RequiredRate?, requiredForNationalTarget: RequiredRate?, schools: [Int]
  ) {
    (self.place, self.phase, self.measure, self.targetYear) = (place, phase, measure, targetYear)
    self.round = round
    (self.shares, self.quartiles, self.total, self.aggregated) = (shares, quartiles, total, aggregated)
    (self.requiredForOwnTarget, self.requiredForNationalTarget) = (requiredForOwnTarget, requiredForNationalTarget)
    self.schools = schools
  }

  public func share(_ test: AmbitionTest, _ edition: AmbitionEdition) -> AmbitionShare? {
    shares.first { $0.test == test && $0.edition == edition }
  }
}
