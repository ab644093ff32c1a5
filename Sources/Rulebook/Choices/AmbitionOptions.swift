import SchoolStatistics

/// How targets are judged: `Data/reference/ambition.json5`, which explains each entry.
///
/// Every entry must be there, so that a misspelt option is an error and not a default.
public struct AmbitionOptions: Decodable, Sendable {
  public var edition: AmbitionEdition
  public var exemptScope: ExemptionScope
  public var exemptWarningPercent: Decimal6
  public var previousBestWindow: Int
  public var previousBestPriorAdjust: Bool
  public var tolerance: Decimal6
  /// The last day for setting targets, in the calendar year of the round.
  public var deadline: Deadline
  public var guidance: Guidance
  public var similarSchools: SimilarSchoolsOptions
  public var valueAdded: ValueAdded
  public var phases: [PhaseOptions]
  public var nationalTargets: [NationalTarget]
  public var earlyYears: [EarlyYearsGoal]
  public var requiredRate: RequiredRateOptions
  public var nationalChallenge: NationalChallengeOptions
  public var successYears: Int

  public enum AbsenceTarget: String, Decodable, Sendable {
    case required
    case ifSupplied = "if_supplied"
    case no
  }

  public struct Deadline: Decodable, Sendable { public var month, day: Int }

  /// A sub-test that can count towards criterion 1.
  public enum GuidanceTest: String, Decodable, CaseIterable, Sendable {
    case complete, floor
    case expectedLevel = "expected_level"
    case dateSet = "date_set"
    case absence
  }

  public struct Guidance: Decodable, Sendable {
    public var counts: [GuidanceTest]
    public var expectedLevelShare: Decimal6
    public var absenceTarget: AbsenceTarget
    public var fsmBands: [Decimal6]
    public var absencePeriods: [String]
    public var absenceMeasures: [String]
    public var persistentAbsenceMeasures: [String]
  }

  public struct SimilarSchoolsOptions: Decodable, Sendable {
    public struct Weights: Decodable, Sendable { public var priorAttainment, fsm, sen, eal, size: Double }
    public var count: Int
    public var weights: Weights
    public var fewest: Int
  }

  public struct ValueAdded: Decodable, Sendable {
    public struct Entry: Decodable, Sendable {
      public var measure: String
      public var phase: Phase
      public var centre: Decimal6
    }
    public var coverage: Decimal6
    public var rankPupils, significancePupils: Int
    public var measures: [Entry]
  }

  public enum Progression: String, Decodable, Sendable {
    case noPupilBelow = "no_pupil_below"
    case increasing, none
  }

  public struct PhaseOptions: Decodable, Sendable {
    public struct Progress: Decodable, Sendable {
      public var measure: String
      public var cohort: String
    }
    public struct Floor: Decodable, Sendable {
      public var from: Int
      public var percent: Decimal6
    }
    public var phase: Phase
    public var measure, cohort, indicator, benchmarkName: String
    public var progress: [Progress]
    public var progressFrom: Int
    public var progression: [String: Progression]
    public var expectedLevel: Bool
    public var floors: [Floor]
    public var valueAdded: [String]
    public var expectedKinds: [String]
    public var smallestExpectedCohort: Int

    /// The threshold measure, then those of progress.
    package var measures: [Measure] { [Measure(measure)] + progress.map { Measure($0.measure) } }

    package func floor(in year: AcademicYear) -> Rational? {
      floors.filter { $0.from <= year.ending }.max { $0.from < $1.from }?.percent.value
    }
  }

  public struct NationalTarget: Decodable, Sendable {
    public var measure: String
    public var baseYear, year: Int
    public var base, target: Decimal6
  }

  public struct EarlyYearsGoal: Decodable, Sendable {
    public var indicator: String
    public var baseYear, goalYear: Int
    public var nationalBase, goal: Decimal6
    public var highIsGood: Bool
  }

  public struct RequiredRateOptions: Decodable, Sendable {
    public var percentile, fewestGains: Int
    public var fallback: Decimal6
  }

  public struct NationalChallengeOptions: Decodable, Sendable {
    public var measure: String
    public var baseYear, goalYear: Int
    public var below, goal, margin: Decimal6
    public var atExactly80: String
  }

  /// The last day for setting the targets of a round: 31 December of the autumn of the school year that follows the
  /// results of `round`.
  public func deadline(round: AcademicYear) -> CalendarDate {
    CalendarDate(year: round.ending, month: deadline.month, day: deadline.day)
      ?? CalendarDate(year: round.ending, month: 12, day: 31)!
  }

  /// Reads `ambition.json5` in the folder of reference data.
  ///
  /// Throws where the file is missing or an entry is missing or of the wrong kind.
  public init(referenceFolder: String) throws(RulebookError) {
    self = try decodeReferenceFile(
      AmbitionOptions.self, referenceFolder + "/ambition.json5", keys: .snakeCase)
  }
}

/// A decimal of reference data, exact to the millionth.
public struct Decimal6: Decodable, Hashable, Sendable {
  public var value: Rational
  public init(_ value: Rational) { self.value = value }
  public init(from decoder: any Decoder) throws {
    let number = try decoder.singleValueContainer().decode(Double.self)
    value = Rational(millionths: Int64(nearest: number * 1_000_000))
  }
}
