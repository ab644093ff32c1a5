import SchoolStatistics

/// The gap between the median child and the lowest-scoring fifth in the early years, from totals of children.
///
/// It cannot be had from percentages or school means. Source: NI 92, rulebook §1.1.
public struct EarlyYearsGapCalculation: Hashable, Calculation {
  public static let kind = "eyfsp-gap"

  /// The column of totals and the column of children with that total.
  public var total: Measure
  public var children: Measure
  /// The published gap.
  public var measure: Measure

  private enum Key: String, CodingKey { case total, children, measure }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    total = Measure(try fields.decode(String.self, forKey: .total))
    children = Measure(try fields.decode(String.self, forKey: .children))
    measure = Measure(try fields.decode(String.self, forKey: .measure))
  }

  public var measures: [Measure] { [total, measure] }
}
