import SchoolStatistics

/// A score weighted by pupils: Attainment 8, Progress 8, average points.
///
/// Source: rulebook §11.1; the interval of a score is the published one, never made up.
public struct MeanCalculation: Hashable, Calculation {
  public static let kind = "mean"

  public var measure: Measure
  public var weight: Measure
  /// Published confidence limits.
  public var lower: Measure?
  public var upper: Measure?
  public var group: PupilGroup
  public var breakdown: [PupilGroup]

  private enum Key: String, CodingKey { case measure, weight, lower, upper, group, breakdown }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    measure = Measure(try fields.decode(String.self, forKey: .measure))
    weight = Measure(try fields.decode(String.self, forKey: .weight))
    lower = try fields.decodeIfPresent(String.self, forKey: .lower).map { Measure($0) }
    upper = try fields.decodeIfPresent(String.self, forKey: .upper).map { Measure($0) }
    group = try fields.decodeIfPresent(PupilGroup.self, forKey: .group) ?? .all
    breakdown = try fields.decodeIfPresent([PupilGroup].self, forKey: .breakdown) ?? []
  }

  public var measures: [Measure] { [measure] }
  public var groups: [PupilGroup] { [group] + breakdown }
  public var cohorts: [Measure] { [weight] }
  public var means: [(mean: MeanCalculation, group: PupilGroup)] { groups.map { (self, $0) } }
}
