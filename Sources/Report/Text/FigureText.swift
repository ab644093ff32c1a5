import Rulebook
import SchoolStatistics
import Statistics

/// How figures are written on pages: rounded half away from zero, a true minus sign, thousands separated by commas.
///
/// Tables have `CSVBytes`; both round with `Rational.roundedUnits`, nowhere else.
enum FigureText {
  /// `2,481`
  static func count(_ n: Int) -> String { (n < 0 ? "\u{2212}" : "") + separated(String(n.magnitude)) }

  /// `−0.6`, `1,562`
  static func number(_ value: Rational, decimals: Int) -> String {
    let text = value.text(decimals: decimals)
    let point = text.firstIndex(of: ".") ?? text.endIndex
    let isNegative = text.hasPrefix("-")
    let whole = text[..<point].drop { $0 == "-" }
    return (isNegative ? "\u{2212}" : "") + separated(String(whole)) + text[point...]
  }

  /// `+0.9`, `−0.6`, `0.0`
  static func signed(_ value: Rational, decimals: Int) -> String {
    let units = value.roundedUnits(decimals: decimals)
    return (units > 0 ? "+" : "") + number(value, decimals: decimals)
  }

  /// A value in the indicator's unit: `71.3%`, `24.1 pp`, `5`, `46.7`.
  static func value(_ value: Rational, _ indicator: Indicator) -> String {
    number(value, decimals: indicator.decimals) + suffix(indicator.unit)
  }

  /// A value in the indicator's unit, or why there is none.
  static func value(_ figure: Figure, _ indicator: Indicator) -> String {
    switch figure {
    case .value(let value): Self.value(value, indicator)
    case .missing(let reason): reason.title
    }
  }

  /// A difference of two values in the indicator's unit: `−0.6`. Percentages differ in points.
  static func difference(_ figure: Figure, _ indicator: Indicator) -> String? {
    figure.value.map { signed($0, decimals: indicator.decimals) }
  }

  /// `69.8 to 72.8`
  static func interval(_ interval: ConfidenceInterval, decimals: Int) -> String {
    "\(number(rounded(interval.lower, decimals), decimals: decimals)) to \(number(rounded(interval.upper, decimals), decimals: decimals))"
  }

  /// `2,481 of 3,479`; empty where either is missing.
  static func counts(_ numerator: Figure, _ denominator: Figure) -> String {
    guard let n = numerator.count, let d = denominator.count else { return "" }
    return "\(count(n)) of \(count(d))"
  }

  /// `5.9%` of a pair of counts; empty where there is no such share.
  static func shareText(_ numerator: Figure, _ denominator: Figure, decimals: Int = 1) -> String {
    share(numerator, denominator).map { number($0, decimals: decimals) + "%" } ?? ""
  }

  static func share(_ numerator: Figure, _ denominator: Figure) -> Rational? {
    guard let n = numerator.count, let d = denominator.count, d > 0 else { return nil }
    return .percent(n, of: d)
  }

  /// The unit as it follows a number: `%`, ` pp`, or nothing.
  static func suffix(_ unit: IndicatorUnit) -> String {
    switch unit {
    case .percent: "%"
    case .percentagePoints: "\u{00A0}pp"
    case .schools, .points: ""
    }
  }

  /// A double, which only intervals are, as a fraction rounded half away from zero.
  static func rounded(_ value: Double, _ decimals: Int) -> Rational {
    var scale: Int64 = 1
    for _ in 0..<decimals { scale *= 10 }
    return Rational(Int64(nearest: value * Double(scale)), scale)
  }

  /// "1 school", "2 schools"
  static func count(_ n: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(count(n)) \(n == 1 ? singular : plural ?? singular + "s")"
  }

  private static func separated(_ digits: String) -> String {
    if digits.utf8.count <= 3 { return digits }
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0 && (digits.utf8.count - position) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
