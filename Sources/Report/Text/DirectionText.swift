import Rulebook
import SchoolStatistics
import Statistics

/// Whether a change or a difference is for the better, by the indicator's polarity. Said in words, never by colour alone.
enum Direction: String, Sendable {
  case better, worse, same, neutral
  /// A change that is no more than chance would make: two samples that do not differ.
  case chance

  /// - Parameter amount: later minus earlier, or own minus comparator, unrounded.
  init(_ amount: Rational, _ indicator: Indicator) {
    let units = amount.roundedUnits(decimals: indicator.decimals)
    if units == 0 {
      self = .same
      return
    }
    switch indicator.polarity {
    case .high: self = units > 0 ? .better : .worse
    case .low: self = units < 0 ? .better : .worse
    case .neutral: self = .neutral
    }
  }

  /// For a significant difference from England.
  init?(_ significance: Significance, _ polarity: Polarity) {
    switch (significance, polarity) {
    case (.above, .high), (.below, .low): self = .better
    case (.below, .high), (.above, .low): self = .worse
    case (.above, .neutral), (.below, .neutral): self = .neutral
    case (.notSignificant, _), (.notTested, _): return nil
    }
  }

  /// The word for a change over years.
  var changeWord: String {
    switch self {
    case .better: "better"
    case .worse: "worse"
    case .same: "no change"
    case .neutral: ""
    case .chance: "within chance"
    }
  }
}
