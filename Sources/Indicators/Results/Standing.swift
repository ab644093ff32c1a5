import SchoolStatistics

/// Where an authority stands among all authorities with data. Filled where an indicator can be ranked.
public struct Standing: Hashable, Sendable {
  /// Competition rank, 1 is best.
  public var rank: Int
  /// Authorities with data.
  public var ranked: Int
  /// Authorities sharing the rank, this one included.
  public var sharing: Int
  /// A (best) to D; empty where there are no bands.
  public var band: String
  /// 1 (best) to 10.
  public var decile: Int
  /// True where the value is at or above (for low polarity: at or below) the top-quartile cut.
  public var isTopQuartileInclusive: Bool
  /// In per cent of the schools judged where schools are counted and ranked by share.
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
  /// Why there is no band though there is a rank; empty where there is one.
  public var unbandedReason = ""
  /// Change since last year's band, where it moved and the two years can be compared.
  public var movement: BandMovement?
  /// Rates of improvement, where they can be told.
  public var improvements = Improvements()
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
