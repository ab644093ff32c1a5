import SchoolStatistics
import Statistics

/// Where a school stands among all schools of England: quartiles, the school's value and its interval.
/// Better is to the right, also where a low value is good.
public struct PackPicture: Hashable, Sendable {
  public var value: Double
  public var interval: ConfidenceInterval?
  /// Lower quartile, median and upper quartile of schools with enough pupils.
  public var quartiles: [Double]
  /// Ends of the scale.
  public var lowest: Double
  public var highest: Double
  public var isLowGood: Bool
  public init(
    value: Double, interval: ConfidenceInterval?, quartiles: [Double], lowest: Double, highest: Double, isLowGood: Bool
  ) {
    (self.value, self.interval, self.quartiles) = (value, interval, quartiles)
    (self.lowest, self.highest, self.isLowGood) = (lowest, highest, isLowGood)
  }

  /// 1 is the best quarter, 4 the worst.
  public var quarter: Int {
    let above = quartiles.count(where: { value > $0 })
    let atOrAbove = quartiles.count(where: { value >= $0 })
    return isLowGood ? 1 + above : 4 - atOrAbove
  }
}
