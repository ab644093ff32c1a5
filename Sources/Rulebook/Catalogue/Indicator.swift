import SchoolStatistics

/// What an indicator's value is measured in.
public enum IndicatorUnit: String, Sendable, Codable {
  case percent
  case percentagePoints = "percentage_points"
  /// A number of schools; the value is the count, the denominator the schools that could be judged.
  case schools
  /// A score or mean in points (Attainment 8, Progress 8, published rates that are not percentages).
  case points
}

/// What the numerator and denominator of an indicator count.
public enum CountedThing: String, Sendable { case pupils, schools, sessions }

/// One entry of the catalogue, as a run uses it.
public struct Indicator: Sendable {
  /// `ks2-l4-em`; stable, used in tables and addresses.
  public var id: String
  /// As Appendix 1 words it.
  public var title: String
  /// A few words, for the margins of tables and charts.
  public var shortTitle: String
  public var phase: Phase
  public var unit: IndicatorUnit
  public var polarity: Polarity
  public var decimals: Int
  /// Numerator, denominator and exclusions in words.
  public var definition: String
  /// Document and section.
  public var source: String
  /// H, M or L as the rulebook grades it; L is shown as an assumption.
  public var certainty: String
  /// True for the data indicators of Appendix 1 of the 2009 quality standards.
  public var isAppendix1: Bool
  /// The indicators that this one replaced, for readers of a long series.
  public var replaces: [String]
  /// The pupils that the headline is about; values of other groups stand beside it.
  public var group: PupilGroup
  public var counted = CountedThing.pupils
  /// Nil where it is not for packs.
  public var packs: PackUse?

  /// Whether intervals and tests of significance say anything of it: a pupil's sessions are not independent of one
  /// another, so that rates of sessions have neither, on any path. Source: rulebook §7.2.
  public var canBeTested: Bool { counted != .sessions }

  public init(
    id: String, title: String, shortTitle: String, phase: Phase, unit: IndicatorUnit, polarity: Polarity,
    decimals: Int, definition: String, source: String, certainty: String, isAppendix1: Bool, replaces: [String] = [],
    group: PupilGroup = .all
  ) {
    (self.id, self.title, self.shortTitle, self.phase, self.unit) = (id, title, shortTitle, phase, unit)
    (self.polarity, self.decimals, self.definition, self.source) = (polarity, decimals, definition, source)
    (self.certainty, self.isAppendix1, self.replaces, self.group) = (certainty, isAppendix1, replaces, group)
  }
}
