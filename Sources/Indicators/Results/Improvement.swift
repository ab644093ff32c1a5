import SchoolStatistics

/// How fast an authority improves, against all authorities whose change over the same years can be told.
///
/// Source: rulebook §8.3, "rate of improvement above the median" (2.5) and "improvement in the top quartile" (2.2, 2.4).
public struct Improvement: Hashable, Sendable {
  /// Years of change: three by default, one as the other option.
  public var years: Int
  /// Change in the better direction, in the unit of the value: a fall in persistent absence is positive.
  public var amount: Rational
  /// Competition rank, 1 improved most.
  public var rank: Int
  public var ranked: Int
  public var sharing: Int
  /// Strictly above the national median of improvement.
  public var isAboveMedian: Bool
  /// At or above the top-quartile line of improvement.
  public var isTopQuartile: Bool
  public init(
    years: Int, amount: Rational, rank: Int, ranked: Int, sharing: Int, isAboveMedian: Bool, isTopQuartile: Bool
  ) {
    (self.years, self.amount, self.rank, self.ranked, self.sharing) = (years, amount, rank, ranked, sharing)
    (self.isAboveMedian, self.isTopQuartile) = (isAboveMedian, isTopQuartile)
  }
}

/// The rates of improvement of one value, by years of change: over three years and over one.
public struct Improvements: Hashable, Sendable {
  private var overOneYear: Improvement?
  private var overThreeYears: Improvement?

  public init() {}

  public var isEmpty: Bool { overOneYear == nil && overThreeYears == nil }

  /// Nil where the rate over so many years cannot be told. Precondition of setting: `years` is 1 or 3.
  public subscript(years: Int) -> Improvement? {
    get { years == 1 ? overOneYear : years == 3 ? overThreeYears : nil }
    set {
      precondition(years == 1 || years == 3, "improvement is told over one year or three")
      if years == 1 { overOneYear = newValue } else { overThreeYears = newValue }
    }
  }
}

/// A change of band between one year and the next, and what made it.
public struct BandMovement: Hashable, Sendable {
  public var from: QuartileBand
  public var to: QuartileBand
  /// The authority's own change, in the unit of the value.
  public var ownChange: Rational
  /// How far the crossed cut moved between the two years, in the unit of the value.
  public var cutChange: Rational
  public init(from: QuartileBand, to: QuartileBand, ownChange: Rational, cutChange: Rational) {
    (self.from, self.to, self.ownChange, self.cutChange) = (from, to, ownChange, cutChange)
  }
}

/// A rank with the number it is out of, so that ranks of different years can be read side by side.
public struct RankOf: Hashable, Sendable {
  public var rank: Int
  public var ranked: Int
  public init(rank: Int, ranked: Int) { (self.rank, self.ranked) = (rank, ranked) }
}
