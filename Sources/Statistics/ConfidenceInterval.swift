/// A 95% confidence interval, in the unit of the value it belongs to.
public struct ConfidenceInterval: Hashable, Sendable {
  public var lower: Double
  public var upper: Double
  public init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }
}
