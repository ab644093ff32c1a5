/// A 95% confidence interval, in the unit of the value it belongs to.
public struct ConfidenceInterval: Hashable, Sendable {
  public var lower: Double
  public var upper: Double
  public init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }
}

/// Whether a value differs from England's by more than chance at 95%. "Above" is higher, not better.
public enum Significance: String, Sendable {
  case above, below
  case notSignificant = "not_significant"
  /// Too few pupils, no comparator, or a unit that has no test.
  case notTested = ""
}

/// Whether a headline is the official figure or the tool's own pooling.
public enum FigureOrigin: String, Sendable { case pooled, published }

/// How much of a cohort a figure rests on.
public struct Coverage: Hashable, Sendable {
  /// Schools with results, of schools expected to have them.
  public var schools: Int
  public var schoolsExpected: Int
  /// Pupils in the denominators that were summed, of pupils in all cohorts (as far as known).
  public var pupils: Int
  public var pupilsExpected: Int
  public init(schools: Int, schoolsExpected: Int, pupils: Int, pupilsExpected: Int) {
    (self.schools, self.schoolsExpected, self.pupils, self.pupilsExpected) = (schools, schoolsExpected, pupils, pupilsExpected)
  }
}

/// A change between two years, or the reason why there is none (a break, a gap).
public struct Change: Hashable, Sendable {
  public var years: Int
  public var value: Figure
  public init(years: Int, value: Figure) { (self.years, self.value) = (years, value) }
}

/// A line of an input file that a figure came from.
public struct SourceLine: Hashable, Sendable {
  /// Index in `SchoolData.sources`.
  public var source: Int
  public var line: Int
  public init(source: Int, line: Int) { (self.source, self.line) = (source, line) }
}

/// Three years pooled, for small cohorts: ΣN ÷ ΣD over the years that are comparable.
public struct PooledYears: Hashable, Sendable {
  public var years: [AcademicYear]
  public var numerator: Int
  public var denominator: Int
  public init(years: [AcademicYear], numerator: Int, denominator: Int) {
    (self.years, self.numerator, self.denominator) = (years, numerator, denominator)
  }
  public var percent: Rational { .percent(numerator, of: denominator) }
}

/// Where an authority stands among all authorities with data. Filled where an indicator can be ranked.
public struct Standing: Hashable, Sendable {
  /// Competition rank, 1 is best.
  public var rank: Int
  /// Authorities with data.
  public var ranked: Int
  /// Authorities sharing the rank, this one included.
  public var sharing: Int
  /// A (best) to D.
  public var band: String
  /// 1 (best) to 10.
  public var decile: Int
  /// True where the value is at or above (for low polarity: at or below) the top-quartile cut.
  public var isTopQuartileInclusive: Bool
  public var neighbourMean: Figure
  public var neighboursWithData: Int
  /// Pupils (or schools) to the next band; nil in band A or where the unit has none.
  public var neededForNextBand: Int?
  /// Earlier rank minus this one: positive is better. Nil across a break or a gap.
  public var rankChange1: Int?
  /// As `rankChange1`, over three years.
  public var rankChange3: Int?
  /// The ranks that the changes are from; what they are out of may differ from `ranked`.
  public var earlierRank1: RankOf?
  public var earlierRank3: RankOf?
  /// Value minus neighbour mean; no test of significance is made on a mean of neighbours (rulebook §6.6).
  public var neighbourDifference: Figure = .missing(.notSupplied)
  /// Rank among the neighbours with data and the authority itself, 1 is best; nil without enough neighbours.
  public var neighbourRank: Int?
  /// The grade that the band stands for, as reference data sets it: `OS`, `G`, `NI`, `SI`. Never official.
  public var judgement = ""
  /// Change since last year's band, where it moved and the two years can be compared.
  public var movement: BandMovement?
  /// Rate of improvement, by years of change (3 by default, 1).
  public var improvements: [Int: Improvement] = [:]
  public init(
    rank: Int, ranked: Int, sharing: Int, band: String, decile: Int, isTopQuartileInclusive: Bool,
    neighbourMean: Figure, neighboursWithData: Int, neededForNextBand: Int?, rankChange1: Int?
  ) {
    (self.rank, self.ranked, self.sharing, self.band, self.decile) = (rank, ranked, sharing, band, decile)
    (self.isTopQuartileInclusive, self.neighbourMean) = (isTopQuartileInclusive, neighbourMean)
    (self.neighboursWithData, self.neededForNextBand) = (neighboursWithData, neededForNextBand)
    self.rankChange1 = rankChange1
  }
}

/// One figure of one place: the value and everything that is said about it anywhere.
///
/// Every table, page, pack and sentence reads this one value.
public struct IndicatorValue: Sendable {
  public var indicator: String
  public var place: Place
  public var year: AcademicYear
  public var group: PupilGroup = .all
  /// Whole pupils or schools; missing for scores and for published values without counts.
  public var numerator: Figure = .missing(.notSupplied)
  public var denominator: Figure = .missing(.notSupplied)
  /// Exact, unrounded, in the indicator's unit.
  public var value: Figure
  public var origin: FigureOrigin = .pooled
  /// True where a count was worked out from a published percentage (rulebook §12).
  public var isEstimated = false
  public var interval: ConfidenceInterval?
  public var national: Figure = .missing(.notSupplied)
  public var difference: Figure = .missing(.notSupplied)
  public var significance: Significance = .notTested
  public var change1 = Change(years: 1, value: .missing(.notSupplied))
  public var change3 = Change(years: 3, value: .missing(.notSupplied))
  public var pooledYears: PooledYears?
  public var coverage: Coverage?
  /// Set where the definition changed between the year before and this one: what changed.
  public var breakBefore: String?
  public var standing: Standing?
  /// Why an authority with a value has no rank: "cohort of 7 is under the minimum of 11".
  public var unrankedReason: String?
  /// The value of the authority's region, and how the authority differs from it.
  public var regional: Figure = .missing(.notSupplied)
  public var regionalDifference: Figure = .missing(.notSupplied)
  public var regionalSignificance: Significance = .notTested
  /// Short plain notes: "estimated from percentages", "period: five half terms".
  public var notes: [String] = []
  /// The input lines behind the figure where they are few (a school's own row, a published row).
  public var sources: [SourceLine] = []

  public init(indicator: String, place: Place, year: AcademicYear, value: Figure) {
    (self.indicator, self.place, self.year, self.value) = (indicator, place, year, value)
  }
}
