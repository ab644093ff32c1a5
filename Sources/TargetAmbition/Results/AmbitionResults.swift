import Rulebook
import SchoolStatistics

/// A national fit of attainment on prior attainment and context: the tool's own estimate, not FFT's.
public struct AttainmentFit: Sendable {
  public var phase: Phase
  public var measure: Measure
  public var year: AcademicYear
  public var schools: Int
  public var rSquared: Double
  /// Percentage points.
  public var residualStandardError: Double
  /// Names of the terms with their coefficients, intercept first.
  public var terms: [String]
  public var coefficients: [Double]
  public init(
    phase: Phase, measure: Measure, year: AcademicYear, schools: Int, rSquared: Double, residualStandardError: Double,
    terms: [String], coefficients: [Double]
  ) {
    (self.phase, self.measure, self.year, self.schools) = (phase, measure, year, schools)
    (self.rSquared, self.residualStandardError) = (rSquared, residualStandardError)
    (self.terms, self.coefficients) = (terms, coefficients)
  }
}

/// A school that is like another in prior attainment and context.
public struct SimilarSchool: Hashable, Sendable {
  /// Index in `SchoolData.schools`.
  public var school: Int
  /// In standard deviations of the weighted features.
  public var distance: Double
  public init(school: Int, distance: Double) { (self.school, self.distance) = (school, distance) }
}

/// Everything about the ambition of targets: schools' verdicts, value-added standings, shares and bands of areas.
public struct AmbitionResults: Sendable {
  public var edition: AmbitionEdition
  public var exemptionScope: ExemptionScope
  /// The day that the report is for; targets whose last day lies ahead of it are not due.
  public var day: CalendarDate?
  /// Target years with any target, ascending.
  public var targetYears: [AcademicYear]
  /// Sorted by authority, phase, target year, measure (headline first), URN.
  public var schools: [SchoolAmbition]
  /// England, regions by code, authorities by code; within each by phase and target year.
  public var areas: [AreaAmbition]
  /// Sorted by school, measure, year.
  public var standings: [ValueAddedStanding]
  public var fits: [AttainmentFit]
  public var trajectories: [TargetTrajectory]
  public var outcomes: [TargetOutcome]
  public var success: [TargetSuccess]
  public var nationalChallenge: [NationalChallengeSchool]
  public var nationalChallengeShares: [NationalChallengeShare]
  public var earlyYears: [EarlyYearsAmbition]
  public var assumptions: [Assumption]
  public var findings: [Finding]
  /// What the group targets of authorities imply, by place, phase, target year and group.
  public var groupGaps: [GroupTargetGap]
  private let judge: @Sendable (Int) -> [CriterionResult]
  private let beside: @Sendable (Int) -> [TargetFact]
  private let ask: @Sendable (Int) -> [TargetAsk]
  private let similarSchools: @Sendable (Int, AcademicYear) -> [SimilarSchool]

  public init(
    edition: AmbitionEdition = .standards2009, exemptionScope: ExemptionScope = .topQuartile,
    day: CalendarDate? = nil, targetYears: [AcademicYear] = [], schools: [SchoolAmbition] = [],
    areas: [AreaAmbition] = [],
    standings: [ValueAddedStanding] = [], fits: [AttainmentFit] = [], trajectories: [TargetTrajectory] = [],
    outcomes: [TargetOutcome] = [], success: [TargetSuccess] = [], nationalChallenge: [NationalChallengeSchool] = [],
    nationalChallengeShares: [NationalChallengeShare] = [], earlyYears: [EarlyYearsAmbition] = [],
    groupGaps: [GroupTargetGap] = [], assumptions: [Assumption] = [], findings: [Finding] = [],
    judge: @escaping @Sendable (Int) -> [CriterionResult] = { _ in [] },
    beside: @escaping @Sendable (Int) -> [TargetFact] = { _ in [] },
    ask: @escaping @Sendable (Int) -> [TargetAsk] = { _ in [] },
    similarSchools: @escaping @Sendable (Int, AcademicYear) -> [SimilarSchool] = { _, _ in [] }
  ) {
    (self.edition, self.exemptionScope, self.targetYears) = (edition, exemptionScope, targetYears)
    (self.schools, self.areas, self.standings, self.fits) = (schools, areas, standings, fits)
    (self.trajectories, self.outcomes, self.success) = (trajectories, outcomes, success)
    (self.nationalChallenge, self.nationalChallengeShares) = (nationalChallenge, nationalChallengeShares)
    (self.earlyYears, self.assumptions, self.findings) = (earlyYears, assumptions, findings)
    (self.day, self.groupGaps) = (day, groupGaps)
    (self.judge, self.beside, self.ask, self.similarSchools) = (judge, beside, ask, similarSchools)
  }

  /// The six criteria of a school's target in full, with every number compared and the lines they came from.
  /// Made when asked for; `position` is the place in `schools`.
  public func criteria(_ position: Int) -> [CriterionResult] { judge(position) }

  /// What stands beside the verdict of a school's targets: paperwork and absence. Made when asked for.
  public func facts(_ position: Int) -> [TargetFact] { beside(position) }

  /// The pupils that each criterion asks for, whether a target is set or not. Made when asked for.
  public func asks(_ position: Int) -> [TargetAsk] { ask(position) }

  /// The similar schools of a school (index in `SchoolData.schools`) in a year, nearest first; empty where its
  /// prior attainment or context is not known.
  public func similar(to school: Int, in year: AcademicYear) -> [SimilarSchool] { similarSchools(school, year) }

  public func area(_ place: Place, _ phase: Phase, _ targetYear: AcademicYear) -> AreaAmbition? {
    areas.first { $0.place == place && $0.phase == phase && $0.targetYear == targetYear }
  }
}
