import Rulebook
import SchoolStatistics

/// The early years gap of a set of children: median total less the mean of the lowest fifth, as per cent of the median.
///
/// Counts of children by total (0 to 117), so that authorities and regions pool by adding. Source: NI 92, rulebook §1.1.
struct LowestFifth: Sendable {
  private(set) var children: [Int]
  init() { children = [Int](repeating: 0, count: 118) }

  /// Totals outside 0 to 117 are not counted.
  mutating func add(total: Int, children count: Int) {
    if children.indices.contains(total), count > 0 { children[total] += count }
  }

  static func += (a: inout Self, b: Self) { for total in b.children.indices { a.children[total] += b.children[total] } }

  var count: Int { children.reduce(0, +) }

  /// Twice the median: the mean of the two middle totals of an even number of children.
  private var medianTwice: Int { total(at: (count - 1) / 2) + total(at: count / 2) }

  var median: Rational? { count == 0 ? nil : Rational(Int64(medianTwice), 2) }

  /// Mean total of the lowest fifth, exact.
  func lowestMean(_ cut: LowestFifthCut) -> Rational? {
    guard count > 0 else { return nil }
    // Children in fifths of a child, so that a fractional cut stays whole.
    let fifths: Int
    switch cut {
    case .rounded: fifths = max(1, (2 * count + 5) / 10) * 5
    case .floor: fifths = max(1, count / 5) * 5
    case .ceiling: fifths = (count + 4) / 5 * 5
    case .fractional: fifths = max(5, count)
    }
    var left = fifths
    var sum = 0
    for (total, number) in children.enumerated() where left > 0 {
      let taken = min(left, number * 5)
      sum += taken * total
      left -= taken
    }
    return Rational(Int64(sum), Int64(fifths))
  }

  /// Per cent; nil where there are no children or the median is zero.
  func gap(_ cut: LowestFifthCut) -> Rational? {
    guard let median, let lowest = lowestMean(cut), median.numerator > 0 else { return nil }
    return (median - lowest) / median * Rational(100)
  }

  private func total(at position: Int) -> Int {
    var seen = 0
    for (total, number) in children.enumerated() {
      seen += number
      if position < seen { return total }
    }
    return 0
  }
}
