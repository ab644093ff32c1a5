import SchoolStatistics

/// Pupils in a numerator of pupils in a denominator, in per cent: ΣN ÷ ΣD over schools.
///
/// Source: rulebook §1 (N and D of each indicator) and 6.8.
public struct ShareCalculation: Hashable, Calculation {
  public static let kind = "share"

  public var numerator: Measure
  /// Columns that add up to the numerator where it is not given.
  public var sum: [Measure]
  /// The column that the numerator is the rest of.
  public var complement: Measure?
  public var denominator: Measure
  /// The pupils that weight a percentage whose own denominator is not in the files.
  public var weight: Measure?
  /// The column that says how many pupils a missing figure is about.
  public var cohort: Measure
  public var group: PupilGroup
  public var schools: SchoolScope
  /// True where a row is about a period.
  public var hasPeriod: Bool
  /// Groups that are reported beside the headline's.
  public var breakdown: [PupilGroup]

  private enum Key: String, CodingKey {
    case numerator, sum, complement, denominator, weight, cohort, group, schools, breakdown
    case hasPeriod = "period"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    func measure(_ key: Key) throws -> Measure? {
      try fields.decodeIfPresent(String.self, forKey: key).map { Measure($0) }
    }
    numerator = Measure(try fields.decode(String.self, forKey: .numerator))
    sum = try (fields.decodeIfPresent([String].self, forKey: .sum) ?? []).map { Measure($0) }
    complement = try measure(.complement)
    denominator = Measure(try fields.decode(String.self, forKey: .denominator))
    weight = try measure(.weight)
    cohort = try measure(.cohort) ?? denominator
    group = try fields.decodeIfPresent(PupilGroup.self, forKey: .group) ?? .all
    schools = try fields.decodeIfPresent(SchoolScope.self, forKey: .schools) ?? .all
    hasPeriod = try fields.decodeIfPresent(Bool.self, forKey: .hasPeriod) ?? false
    breakdown = try fields.decodeIfPresent([PupilGroup].self, forKey: .breakdown) ?? []
  }

  public var counted: CountedThing { denominator == "possible_sessions" ? .sessions : .pupils }
  public var measures: [Measure] { [numerator] + sum + [complement].compactMap { $0 } }
  public var groups: [PupilGroup] { [group] + breakdown }
  public var cohorts: [Measure] { [denominator, cohort] + [weight].compactMap { $0 } }
  public func shares(_ share: (String) -> ShareCalculation?) -> [(share: ShareCalculation, group: PupilGroup)] {
    groups.map { (self, $0) }
  }
}
