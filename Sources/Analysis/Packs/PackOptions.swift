import SchoolStatistics

/// What the makers of packs may choose, with the year's rules.
public struct PackOptions: Sendable {
  /// Fewest pupils that a figure is shown for (rulebook §7.4: 11 to 2010).
  public var minimumCohort: Int
  /// The year's floor by indicator, in per cent: `ks2-l4-em` 55 (rulebook §1.5); empty in years without one.
  public var floors: [String: Rational]
  /// Days that a partner has in a year. The documents set none; a hundred is twenty schools of five days.
  public var partnerDays: Int
  /// How many threads look over the schools of England.
  public var jobs: Int

  public init(minimumCohort: Int = 11, floors: [String: Rational] = [:], partnerDays: Int = 100, jobs: Int = 1) {
    (self.minimumCohort, self.floors, self.partnerDays, self.jobs) = (minimumCohort, floors, partnerDays, jobs)
  }
}
