import SchoolStatistics
import Statistics

/// A difference from a comparator by more than chance, in words.
enum SignificanceText {
  /// `significantly better`; where neither is good in itself, `significantly higher`. Nil where it is not significant.
  static func words(_ significance: Significance, _ polarity: Polarity) -> String? {
    switch Direction(significance, polarity) {
    case .better: "significantly better"
    case .worse: "significantly worse"
    case .neutral, .same: "significantly \(significance == .above ? "higher" : "lower")"
    case .chance, nil: nil
    }
  }
}
