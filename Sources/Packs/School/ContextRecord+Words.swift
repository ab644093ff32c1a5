import SchoolStatistics

extension ContextRecord {
  /// A share of the roll as text; small numbers and reasons are said, not shown.
  func share(_ figure: Figure, minimum: Int) -> String {
    guard let part = figure.count, let whole = roll.count, whole > 0 else {
      return figure.reason?.title ?? "not available"
    }
    guard whole >= minimum else { return "too few" }
    return Rational.percent(part, of: whole).text(decimals: 0) + "%"
  }
}
