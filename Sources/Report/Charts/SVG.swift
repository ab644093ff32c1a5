/// Coordinates of drawings, written the same on every machine: one decimal, none where it is zero.
enum SVG {
  static func number(_ value: Double) -> String {
    let tenths = Int64(nearest: value * 10)
    let whole = "\(abs(tenths) / 10)"
    let rest = abs(tenths) % 10
    return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : ".\(rest)")
  }
}

/// Where values fall along an axis.
struct LinearScale: Sendable {
  private let low: Double
  private let high: Double
  private let start: Double
  private let end: Double

  /// - Parameter narrowest: the least span that the axis shows, so that noise does not look like news.
  init(_ values: [Double], narrowest: Double, from start: Double, to end: Double) {
    let least = values.min() ?? 0
    let most = values.max() ?? 0
    let missing = max(0, narrowest - (most - least)) / 2
    (low, high, self.start, self.end) = (least - missing, most + missing, start, end)
  }

  func position(_ value: Double) -> Double {
    high == low ? (start + end) / 2 : start + (value - low) / (high - low) * (end - start)
  }
}
