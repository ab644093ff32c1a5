import Rulebook
import SchoolStatistics

/// What the makers of packs may choose, with the year's rules.
public struct PackOptions: Sendable {
  /// Fewest pupils that a figure is shown for (rulebook §7.4: 11 to 2010).
  public var minimumCohort: Int
  /// The year's floor by the indicator of attainment, `ks2-l4-em`; empty in years without one (rulebook §1.5).
  public var floors: [String: Floor]
  /// When the schools in the files are enough to stand for England.
  public var choices = Choices.default
  /// How many threads look over the schools of England.
  public var jobs: Int

  /// A floor: the share below which a school is under it, and the whole rule in words.
  public struct Floor: Hashable, Sendable {
    public var percent: Rational
    public var words: String
    public init(percent: Rational, words: String) { (self.percent, self.words) = (percent, words) }
  }

  public init(minimumCohort: Int = 11, floors: [String: Floor] = [:], jobs: Int = 1) {
    (self.minimumCohort, self.floors, self.jobs) = (minimumCohort, floors, jobs)
  }
}
