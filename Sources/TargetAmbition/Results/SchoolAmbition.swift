import Rulebook
import SchoolStatistics

/// Where the top-quartile benchmark of a target came from.
public enum BenchmarkOrigin: String, Sendable {
  /// The FFT type D estimate that was supplied with the target.
  case estimateD = "fft_d"
  /// The tool's own estimate: expected attainment plus the upper quartile of similar schools' residuals.
  case ownEstimate = "own_estimate"
}

/// The line that a target has to reach to be at top-quartile progress.
public struct AmbitionBenchmark: Hashable, Sendable {
  /// Per cent of the cohort.
  public var percent: Rational
  public var origin: BenchmarkOrigin
  /// Decimals to which it is stated.
  public var decimals: Int
  public init(percent: Rational, origin: BenchmarkOrigin, decimals: Int = 2) {
    (self.percent, self.origin, self.decimals) = (percent, origin, decimals)
  }
}

/// An exemption as the targets file gives it.
public struct TargetExemption: Hashable, Sendable {
  public var reason: String
  public var decidedBy: String
  /// As written in the file; empty where blank.
  public var decidedOn: String
  /// True where the verdict rests on it; false where the target met the criteria anyway or the scope does not reach.
  public var isUsed: Bool
  public init(reason: String, decidedBy: String, decidedOn: String, isUsed: Bool) {
    (self.reason, self.decidedBy, self.decidedOn, self.isUsed) = (reason, decidedBy, decidedOn, isUsed)
  }
}

/// What the criteria of one edition come to for one target.
public struct EditionJudgement: Hashable, Sendable {
  /// Outcomes of C1 to C6 in order.
  public var outcomes: [CriterionOutcome]
  /// Pupils that each criterion would take, in order, as `CriterionResult.pupilsNeeded`.
  public var pupilsNeeded: [Int?]
  public var verdict: AmbitionVerdict
  public init(outcomes: [CriterionOutcome], pupilsNeeded: [Int?], verdict: AmbitionVerdict) {
    (self.outcomes, self.pupilsNeeded, self.verdict) = (outcomes, pupilsNeeded, verdict)
  }

  public func outcome(_ criterion: AmbitionCriterion) -> CriterionOutcome { outcomes[criterion.rawValue - 1] }
  public var unmet: [AmbitionCriterion] { AmbitionCriterion.allCases.filter { outcome($0) == .notMet } }

  /// The pupils by which all unmet criteria would be met together, the most that any of them takes;
  /// nil where one of them is not a matter of pupils.
  public var pupilsToMeetAll: Int? { pupilsToMeet(Set(AmbitionCriterion.allCases)) }

  /// The same for some of the criteria.
  public func pupilsToMeet(_ criteria: Set<AmbitionCriterion>) -> Int? {
    let needs = unmet.filter(criteria.contains).map { pupilsNeeded[$0.rawValue - 1] }
    return needs.contains(nil) ? nil : needs.compactMap { $0 }.max() ?? 0
  }
}

/// One school's target for one year and measure, judged.
public struct SchoolAmbition: Sendable {
  /// Index in `SchoolData.schools`.
  public var school: Int
  public var authority: LocalAuthorityCode
  public var phase: Phase
  public var measure: Measure
  /// True for the threshold measure of the phase, whose verdict is the school's; the others have none of their own.
  public var isHeadline: Bool
  public var targetYear: AcademicYear
  /// The year in which the target was set.
  public var roundYear: AcademicYear
  public var state: TargetState
  /// The last day for setting it.
  public var deadline: CalendarDate?
  /// Days between the last day for setting the target and the day it was set; nil where it was in time or undated.
  public var daysLate: Int?
  /// Whether all targets of the school for the year were set, and in time.
  public var completeOnTime: CriterionOutcome
  /// Whether the absence target is no higher than the lines it is held against; beside the verdict.
  public var absence: CriterionOutcome
  /// Pupils expected in the target cohort, and pupils in the target; nil where not given.
  public var cohort: Int?
  public var targetPupils: Int?
  /// 100 × pupils ÷ cohort, exactly; the percentage as supplied where there is no cohort.
  public var target: Figure
  public var estimateB: Figure
  public var benchmark: AmbitionBenchmark?
  /// By edition, each by its own rules.
  public var judgements: [AmbitionEdition: EditionJudgement]
  /// The edition of the run, whose outcomes stand where none is named.
  public var edition: AmbitionEdition
  /// Fewest pupils with which the target would meet each criterion, in order; nil where the criterion has no line in
  /// pupils, or where the whole cohort would not be enough.
  public var pupilsAsked: [Int?]
  /// What of it can be excused: empty without an exemption.
  public var excused: Set<AmbitionCriterion>
  public var exemption: TargetExemption?
  /// Latest result at the time of the round, with the year; missing where there was none.
  public var latest: Figure
  public var latestYear: AcademicYear?
  /// CVA quartile nationally and among similar schools, 1 is best; nil where the school is not ranked.
  public var nationalQuartile: Int?
  public var similarQuartile: Int?
  /// The line of the target itself; empty where the school set none.
  public var sources: [SourceLine]

  public init(
    school: Int, authority: LocalAuthorityCode, phase: Phase, measure: Measure, isHeadline: Bool,
    targetYear: AcademicYear, roundYear: AcademicYear, state: TargetState = .returned, cohort: Int?,
    targetPupils: Int?, target: Figure, estimateB: Figure, benchmark: AmbitionBenchmark?,
    judgements: [AmbitionEdition: EditionJudgement], edition: AmbitionEdition = .standards2009,
    exemption: TargetExemption?, latest: Figure, latestYear: AcademicYear?, nationalQuartile: Int?,
    similarQuartile: Int?, sources: [SourceLine]
  ) {
    (self.school, self.authority, self.phase, self.measure, self.isHeadline) = (
      school, authority, phase, measure, isHeadline
    )
    (self.targetYear, self.roundYear, self.state) = (targetYear, roundYear, state)
    (self.cohort, self.targetPupils) = (cohort, targetPupils)
    (self.target, self.estimateB, self.benchmark) = (target, estimateB, benchmark)
    (self.judgements, self.edition, self.exemption) = (judgements, edition, exemption)
    (self.latest, self.latestYear) = (latest, latestYear)
    (self.nationalQuartile, self.similarQuartile, self.sources) = (nationalQuartile, similarQuartile, sources)
    (completeOnTime, absence, excused) = (.notAssessable, .notAssessable, [])
    pupilsAsked = Array(repeating: nil, count: AmbitionCriterion.allCases.count)
  }

  public func judgement(_ edition: AmbitionEdition) -> EditionJudgement { judgements[edition] ?? .none }
  private var own: EditionJudgement { judgement(edition) }
  public var outcomes: [CriterionOutcome] { own.outcomes }
  public var pupilsNeeded: [Int?] { own.pupilsNeeded }
  public var verdict: AmbitionVerdict { own.verdict }
  public var unmet: [AmbitionCriterion] { own.unmet }
  public var pupilsToMeetAll: Int? { own.pupilsToMeetAll }
  public func outcome(_ criterion: AmbitionCriterion) -> CriterionOutcome { own.outcome(criterion) }

  /// Target minus benchmark in percentage points; nil without either.
  public var distance: Rational? {
    guard let target = target.value, let benchmark else { return nil }
    return target - benchmark.percent
  }

  /// The distance in whole and part pupils of the target cohort; nil without a cohort.
  public var distanceInPupils: Rational? {
    guard let distance, let cohort else { return nil }
    return distance * Rational(cohort) / Rational(100)
  }

  /// Pupils of the target less those that its top-quartile line asks for; nil without either.
  public var pupilsBeyondLine: Int? {
    guard let targetPupils, let line = pupilsAsked[AmbitionCriterion.topQuartile.rawValue - 1] else { return nil }
    return targetPupils - line
  }

  /// Fewest pupils with which the target would meet every criterion that has a line in pupils; nil without one.
  public var pupilsAskedInAll: Int? { pupilsAsked.compactMap { $0 }.max() }

  /// Criteria that ask for as many pupils as any.
  public var bindingCriteria: [AmbitionCriterion] {
    guard let most = pupilsAskedInAll else { return [] }
    return AmbitionCriterion.allCases.filter { pupilsAsked[$0.rawValue - 1] == most }
  }

  /// Pupils of the target less the pupils asked for; nil without either.
  public var pupilsBeyondAsked: Int? {
    guard let targetPupils, let asked = pupilsAskedInAll else { return nil }
    return targetPupils - asked
  }
}

extension EditionJudgement {
  /// Nothing assessed.
  static let none = EditionJudgement(
    outcomes: Array(repeating: .notAssessable, count: 6), pupilsNeeded: Array(repeating: nil, count: 6),
    verdict: .notAssessable)
}
