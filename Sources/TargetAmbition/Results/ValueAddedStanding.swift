import SchoolStatistics
import Statistics

/// A school's value-added score of one year among all schools, and among similar schools.
///
/// Source: rulebook §3.1, §3.4, §6.3, §6.7, §7.2.
public struct ValueAddedStanding: Sendable {
  /// Index in `SchoolData.schools`.
  public var school: Int
  public var phase: Phase
  /// The measure by its variant: `cva_ks2_ks4`.
  public var measure: String
  public var year: AcademicYear
  public var score: Figure
  public var lower: Figure
  public var upper: Figure
  /// Per cent of the pupils in the measure, and the pupils; missing where not supplied.
  public var coverage: Figure
  public var pupils: Figure
  /// Whether the whole interval lies above or below the centre; not tested for few pupils or low coverage.
  public var significance: Significance
  /// Why the school is not ranked; nil where it is.
  public var unranked: MissingReason?
  public var national: ValueAddedRank?
  public var similar: ValueAddedRank?
  /// The percentile rank as published, where supplied.
  public var publishedPercentile: Figure
  public var sourceLine: SourceLine

  public init(
    school: Int, phase: Phase, measure: String, year: AcademicYear, score: Figure, lower: Figure, upper: Figure,
    coverage: Figure, pupils: Figure, significance: Significance, unranked: MissingReason?,
    publishedPercentile: Figure, sourceLine: SourceLine
  ) {
    (self.school, self.phase, self.measure, self.year, self.score) = (school, phase, measure, year, score)
    (self.lower, self.upper, self.coverage, self.pupils) = (lower, upper, coverage, pupils)
    (self.significance, self.unranked) = (significance, unranked)
    (self.publishedPercentile, self.sourceLine) = (publishedPercentile, sourceLine)
  }
}

/// A competition rank (1 is best) among schools with a score, with the percentile rank that RAISEonline gives it.
public struct ValueAddedRank: Hashable, Sendable {
  public var rank: Int
  public var ranked: Int
  public init(rank: Int, ranked: Int) { (self.rank, self.ranked) = (rank, ranked) }

  /// `ceil(100·r/N)`: 1 best, 100 worst (rulebook §6.3).
  public var percentile: Int { (100 * rank + ranked - 1) / ranked }
  /// 1 for percentile ranks up to 25, and so on to 4.
  public var quartile: Int { min(4, (percentile + 24) / 25) }
  /// The band of the 2006 to 2010 tables, 1 (top 5%) to 7 (bottom 5%): 5, 20, 15, 20, 15, 20, 5 (rulebook §3.4).
  public var tableBand: Int {
    switch percentile {
    case ...5: 1
    case ...25: 2
    case ...40: 3
    case ...60: 4
    case ...75: 5
    case ...95: 6
    default: 7
    }
  }
}
