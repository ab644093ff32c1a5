import Indicators
import Rulebook
import SchoolStatistics

/// A change over years as it is shown: amount, arrow and word, or why there is none.
enum ChangeText {
  case change(amount: String, arrow: String, direction: Direction)
  case notComparable

  /// Nil where no file holds the earlier figure, which needs no words.
  init?(_ change: Change, _ indicator: Indicator) {
    guard let amount = change.value.value else {
      if change.value.reason != .notComparable { return nil }
      self = .notComparable
      return
    }
    let units = amount.roundedUnits(decimals: indicator.decimals)
    self = .change(
      amount: FigureText.signed(amount, decimals: indicator.decimals),
      arrow: units > 0 ? "\u{25B2}" : units < 0 ? "\u{25BC}" : "=",
      direction: change.significance == .notSignificant ? .chance : Direction(amount, indicator))
  }
}
