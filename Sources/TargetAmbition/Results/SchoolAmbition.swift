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
  public init(percent: Rational, origin: BenchmarkOrigin) { (self.percent, self.origin) = (percent, origin) }
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

/// One school's target for one year and measure, judged.
public struct SchoolAmbition: Sendable {
  /// Index in `SchoolData.schools`.
  public var school: Int
  public var authority: LocalAuthorityCode
  public var phase: Phase
  public var measure: Measure
  /// True for the threshold measure of the phase, which the bands count.
  public var isHeadline: Bool
  public var targetYear: AcademicYear
  /// The year in which the target was set.
  public var roundYear: AcademicYear
  /// Pupils expected in the target cohort, and pupils in the target; nil where not given.
  public var cohort: Int?
  public var targetPupils: Int?
  /// 100 × pupils ÷ cohort, exactly; the percentage as supplied where there is no cohort.
  public var target: Figure
  public var estimateB: Figure
  public var benchmark: AmbitionBenchmark?
  /// Outcomes of C1 to C6 in order.
  public var outcomes: [CriterionOutcome]
  /// Pupils that each criterion would take, in order, as `CriterionResult.pupilsNeeded`.
  public var pupilsNeeded: [Int?]
  public var verdict: AmbitionVerdict
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
    targetYear: AcademicYear, roundYear: AcademicYear, cohort: Int?, targetPupils: Int?, target: Figure,
    estimateB: Figure, benchmark: AmbitionBenchmark?, outcomes: [CriterionOutcome], pupilsNeeded: [Int?],
    verdict: AmbitionVerdict, exemption: TargetExemption?, latest: Figure, latestYear: AcademicYear?,
    nationalQuartile: Int?, similarQuartile: Int?, sources: [SourceLine]
  ) {
    (self.school, self.authority, self.phase, self.measure, self.isHeadline) = (
      school, authority, phase, measure, isHeadline
    )
    (self.targetYear, self.roundYear, self.cohort, self.targetPupils) = (targetYear, roundYear, cohort, targetPupils)
    (self.target, self.estimateB, self.benchmark) = (target, estimateB, benchmark)
    (self.outcomes, self.pupilsNeeded, self.verdict, self.exemption) = (outcomes, pupilsNeeded, verdict, exemption)
    (self.latest, self.latestYear) = (latest, latestYear)
    (self.nationalQuartile, self.similarQuartile, self.sources) = (nationalQuartile, similarQuartile, sources)
  }

  public func outcome(_ criterion: AmbitionCriterion) -> CriterionOutcome { outcomes[criterion.rawValue - 1] }

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

  public var unmet: [AmbitionCriterion] { AmbitionCriterion.allCases.filter { outcome($0) == .notMet } }

  /// The pupils by which all unmet criteria would be met together, the most that any of them takes;
  /// nil where one of them is not a matter of pupils.
  public var pupilsToMeetAll: Int? {
    let needs = unmet.map { pupilsNeeded[$0.rawValue - 1] }
    return needs.contains(nil) ? nil : needs.compactMap { $0 }.max() ?? 0
  }
}
