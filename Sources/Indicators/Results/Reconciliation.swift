import SchoolStatistics

/// Published against pooled, for one authority (or England), indicator and year.
public struct Reconciliation: Sendable {
  public var place: Place
  public var indicator: String
  public var year: AcademicYear
  public var published: Figure
  public var publishedDecimals: Int
  public var pooled: Figure
  /// Published minus pooled.
  public var difference: Figure
  public var coverage: Coverage
  /// The largest difference that missing schools, suppressed cohorts and rounding could explain.
  public var explicable: Figure
  /// What explains it, in words; "within rounding", "12 special schools without results (87 pupils)".
  public var explanation: String
  public var isExplained: Bool
  public init(
    place: Place, indicator: String, year: AcademicYear, published: Figure, publishedDecimals: Int, pooled: Figure,
    difference: Figure, coverage: Coverage, explicable: Figure, explanation: String, isExplained: Bool
  ) {
    (self.place, self.indicator, self.year) = (place, indicator, year)
    (self.published, self.publishedDecimals, self.pooled) = (published, publishedDecimals, pooled)
    (self.difference, self.coverage, self.explicable) = (difference, coverage, explicable)
    (self.explanation, self.isExplained) = (explanation, isExplained)
  }
}
