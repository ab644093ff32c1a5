import SchoolStatistics

/// One year of an area's or a school's path: what was targeted, and what happened.
public struct TrajectoryPoint: Hashable, Sendable {
  public var year: AcademicYear
  public var target: Figure
  public var actual: Figure
  public init(year: AcademicYear, target: Figure, actual: Figure) {
    (self.year, self.target, self.actual) = (year, target, actual)
  }
}

/// Targets year by year, with the results so far.
public struct TargetTrajectory: Sendable {
  public var place: Place
  public var phase: Phase
  public var measure: Measure
  public var points: [TrajectoryPoint]
  /// True where no target is below the one of the year before and those ahead are above the latest result
  /// (rulebook §5.6); nil without targets of two consecutive years.
  public var isRising: Bool?
  public init(place: Place, phase: Phase, measure: Measure, points: [TrajectoryPoint], isRising: Bool?) {
    (self.place, self.phase, self.measure, self.points, self.isRising) = (place, phase, measure, points, isRising)
  }
}

/// A past target against what happened (rulebook §9.4), like with like: points at the precision to which targets are
/// stated, pupils of the same cohort.
public struct TargetOutcome: Hashable, Sendable {
  public var school: Int
  public var authority: LocalAuthorityCode
  public var phase: Phase
  public var measure: Measure
  public var year: AcademicYear
  /// Per cent at the stated precision.
  public var target: Rational
  public var actual: Rational
  /// Pupils who reached it, and those that the target comes to in the same cohort, half up.
  public var actualPupils: Int
  public var targetPupils: Int
  public var cohort: Int
  public var sources: [SourceLine]

  /// - Parameters:
  ///   - target: per cent, exact where pupils are known.
  ///   - decimals: to which targets are stated.
  public init(
    school: Int, authority: LocalAuthorityCode, phase: Phase, measure: Measure, year: AcademicYear, target: Rational,
    actual: Rational, cohort: Int, decimals: Int = 1, sources: [SourceLine]
  ) {
    (self.school, self.authority, self.phase, self.measure, self.year) = (school, authority, phase, measure, year)
    (self.target, self.actual) = (target.rounded(decimals: decimals), actual.rounded(decimals: decimals))
    (self.cohort, self.sources) = (cohort, sources)
    actualPupils = Int((actual * Rational(cohort) / Rational(100)).roundedUnits(decimals: 0))
    targetPupils = Int((target * Rational(cohort) / Rational(100)).roundedUnits(decimals: 0))
  }
  /// Percentage points, of the figures as stated.
  public var difference: Rational { actual - target }
  public var pupils: Int { actualPupils - targetPupils }
  /// Not a pupil short, or not short at the stated precision.
  public var isMet: Bool { pupils >= 0 || difference >= Rational(0) }
}

/// How past targets of one place turned out: the degree of success, and the habit of over- or under-shooting.
public struct TargetSuccess: Sendable {
  public var place: Place
  public var phase: Phase
  public var measure: Measure
  /// Years with both targets and results, ascending, at most the latest three.
  public var years: [AcademicYear]
  /// Targets met, of targets with a result (for a school: years).
  public var met: Int
  public var compared: Int
  /// Pooled over pupils: actual minus target, in percentage points and pupils.
  public var pooledDifference: Rational
  public var pooledPupils: Int
  /// Mean of the yearly differences (pooled by year for an area): below nought, results fall short of targets.
  public var bias: Rational
  public init(
    place: Place, phase: Phase, measure: Measure, years: [AcademicYear], met: Int, compared: Int,
    pooledDifference: Rational, pooledPupils: Int, bias: Rational
  ) {
    (self.place, self.phase, self.measure, self.years) = (place, phase, measure, years)
    (self.met, self.compared, self.bias) = (met, compared, bias)
    (self.pooledDifference, self.pooledPupils) = (pooledDifference, pooledPupils)
  }
}

/// A National Challenge school and whether it is on its way to be sustainably above the floor (rulebook §5.6).
public struct NationalChallengeSchool: Hashable, Sendable {
  public var school: Int
  public var authority: LocalAuthorityCode
  /// The result that made it one.
  public var base: Rational
  public var baseYear: AcademicYear
  public var target: Figure
  public var latest: Figure
  public var latestYear: AcademicYear?
  /// What the line to the floor plus margin asks for in the latest year.
  public var required: Figure
  /// Nil where the target or the result is missing.
  public var isOnTrajectory: Bool?
  public init(
    school: Int, authority: LocalAuthorityCode, base: Rational, baseYear: AcademicYear, target: Figure, latest: Figure,
    latestYear: AcademicYear?, required: Figure, isOnTrajectory: Bool?
  ) {
    (self.school, self.authority, self.base, self.baseYear) = (school, authority, base, baseYear)
    (self.target, self.latest, self.latestYear) = (target, latest, latestYear)
    (self.required, self.isOnTrajectory) = (required, isOnTrajectory)
  }
}

/// The share of an authority's National Challenge schools on trajectory, and the rating it allows.
public struct NationalChallengeShare: Sendable {
  public var authority: LocalAuthorityCode
  public var onTrajectory: Int
  public var assessed: Int
  public var notAssessable: Int
  /// The best rating that the data allow; nil without National Challenge schools that can be assessed, and where it
  /// would rest on inspections and none were supplied.
  public var ceiling: AmbitionBand?
  /// Whether the inputs say which schools are in an Ofsted category.
  public var areCategoriesKnown: Bool
  /// Set where the share is exactly 80%, which the text leaves undefined.
  public var isUndefinedInText: Bool
  public init(
    authority: LocalAuthorityCode, onTrajectory: Int, assessed: Int, notAssessable: Int, ceiling: AmbitionBand?,
    areCategoriesKnown: Bool, isUndefinedInText: Bool
  ) {
    self.areCategoriesKnown = areCategoriesKnown
    (self.authority, self.onTrajectory, self.assessed) = (authority, onTrajectory, assessed)
    (self.notAssessable, self.ceiling, self.isUndefinedInText) = (notAssessable, ceiling, isUndefinedInText)
  }
}

/// One of the two early years measures of an authority against the line to the national target.
public struct EarlyYearsTarget: Hashable, Sendable {
  public enum Outcome: String, Sendable {
    case exceeds, meets
    case falls = "falls_short"
    case notAssessable = "not_assessable"
  }
  /// Indicator id: `ey-threshold` or `ey-gap`.
  public var indicator: String
  public var actual: Figure
  public var actualYear: AcademicYear?
  /// What the line asks for in that year, and the end of the line.
  public var required: Figure
  public var goal: Rational
  public var goalYear: AcademicYear
  public var outcome: Outcome
  public init(
    indicator: String, actual: Figure, actualYear: AcademicYear?, required: Figure, goal: Rational,
    goalYear: AcademicYear, outcome: Outcome
  ) {
    (self.indicator, self.actual, self.actualYear, self.required) = (indicator, actual, actualYear, required)
    (self.goal, self.goalYear, self.outcome) = (goal, goalYear, outcome)
  }
}

/// Both early years targets of an authority: exceed both, meet both, one or neither (rulebook §5.5).
public struct EarlyYearsAmbition: Sendable {
  public var authority: LocalAuthorityCode
  public var threshold: EarlyYearsTarget
  public var gap: EarlyYearsTarget
  /// Nil where one of the two cannot be assessed.
  public var band: AmbitionBand?
  public init(authority: LocalAuthorityCode, threshold: EarlyYearsTarget, gap: EarlyYearsTarget, band: AmbitionBand?) {
    (self.authority, self.threshold, self.gap, self.band) = (authority, threshold, gap, band)
  }
}
