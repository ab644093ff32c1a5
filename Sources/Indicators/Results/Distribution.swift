import SchoolStatistics

/// How the authorities lie on one indicator in one year: the cut-offs that ranks and bands are read from.
public struct Distribution: Sendable {
  public var indicator: String
  public var year: AcademicYear
  public var group: PupilGroup
  public var polarity: Polarity
  /// Authorities with a value that may be ranked.
  public var ranked: Int
  /// Authorities with a value whose cohort is under the year's minimum: shown, not ranked.
  public var tooSmall: Int
  /// Type-7 quartiles of the ranked values, lowest first: Q1, Q2, Q3 (rulebook §6.3).
  public var quartiles: [Rational]
  /// Type-7 deciles of the ranked values, lowest first: nine cuts.
  public var deciles: [Rational]
  public var smallest: Rational
  public var largest: Rational
  /// Decimals at which a printed value never lies outside the printed limits of its band.
  public var shownDecimals: Int
  /// True where schools are counted and ranked by their share of the schools judged: all lines are in per cent.
  public var isShareOfSchools = false
  /// Why there are no bands: too many authorities are equal; nil where there are, or are too few authorities.
  public var unbandedReason: String?
  /// The line above which the rate of improvement counts as above the median, and the top-quartile line, by years
  /// of change; in units of improvement (positive is better). Empty where no change can be compared.
  public var improvementCuts: [Int: ImprovementCuts] = [:]

  public init(
    indicator: String, year: AcademicYear, group: PupilGroup, polarity: Polarity, ranked: Int, tooSmall: Int,
    quartiles: [Rational], deciles: [Rational], smallest: Rational, largest: Rational, shownDecimals: Int
  ) {
    (self.indicator, self.year, self.group, self.polarity) = (indicator, year, group, polarity)
    (self.ranked, self.tooSmall, self.quartiles, self.deciles) = (ranked, tooSmall, quartiles, deciles)
    (self.smallest, self.largest, self.shownDecimals) = (smallest, largest, shownDecimals)
  }

  /// The cut between a band and the next better one; nil for A, which has no better.
  public func cut(above band: QuartileBand) -> Rational? {
    switch (band, polarity) {
    case (.a, _): nil
    case (.b, .low): quartiles[0]
    case (.d, .low): quartiles[2]
    case (.b, _): quartiles[2]
    case (.d, _): quartiles[0]
    case (.c, _): quartiles[1]
    }
  }
}

/// The national median and top quartile of improvement over some years.
public struct ImprovementCuts: Hashable, Sendable {
  public var median: Rational
  /// Nil where too many authorities are equal for a top quarter.
  public var topQuartile: Rational?
  public init(median: Rational, topQuartile: Rational?) { (self.median, self.topQuartile) = (median, topQuartile) }
}
