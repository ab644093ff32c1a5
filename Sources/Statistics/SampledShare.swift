import SchoolStatistics

/// A share as tests take it: of how many pupils or schools, and how far rounding may have moved it.
public struct SampledShare: Hashable, Sendable {
  public var pupils: Int
  /// Per cent.
  public var percent: Rational
  /// How far the exact percentage may lie from it, in percentage points; 0 where counts give it.
  public var rounding: Rational
  public init(pupils: Int, percent: Rational, rounding: Rational = Rational(0)) {
    (self.pupils, self.percent, self.rounding) = (pupils, percent, rounding)
  }

  /// The whole number that fits the percentage best.
  public var count: Int { Int((percent * Rational(pupils) / Rational(100)).roundedUnits(decimals: 0)) }
}
