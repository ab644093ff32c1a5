import Indicators
import SchoolStatistics

/// One row of `tables/schools.csv` as rules read it: the value and the cells that can be quoted.
struct FigureRow: Sendable {
  let value: IndicatorValue
  let decimals: Int
  let isLowGood: Bool

  func cell(_ column: String) -> FigureReference {
    FigureReference(.schools, value.indicator, value.year, value.group, column: column)
  }

  /// A number to quote from a column; nil where the cell is empty.
  func quote(_ column: String, magnitude: Bool = false) -> PackNumber? {
    guard let number = FigureCells.number(value, column, decimals: decimals) else { return nil }
    let shown = magnitude ? number.magnitude : number
    return PackNumber(text: shown.text(decimals: FigureCells.decimals(column, decimals)), reference: cell(column))
  }

  var numerator: PackNumber? { quote("numerator") }
  var denominator: PackNumber? { quote("denominator") }
  var percent: PackNumber? { quote("value") }
  var national: PackNumber? { quote("national_value") }
  /// How far from England, without the sign.
  var distance: PackNumber? { quote("difference_from_national", magnitude: true) }
  var cohort: Int? { value.denominator.count }
  var counts: RuleShare { RuleShare(part: cell("numerator"), whole: cell("denominator")) }
  var share: RuleOperand { .share(part: cell("numerator"), whole: cell("denominator")) }
}

/// The cells of `tables/schools.csv` by column, as numbers rounded the way the table writes them.
enum FigureCells {
  static func decimals(_ column: String, _ decimals: Int) -> Int {
    switch column {
    case "numerator", "denominator", "pooled_numerator", "pooled_denominator": 0
    default: decimals
    }
  }

  static func number(_ value: IndicatorValue, _ column: String, decimals: Int) -> Rational? {
    let exact: Rational? =
      switch column {
      case "numerator": value.numerator.value
      case "denominator": value.denominator.value
      case "value": value.value.value
      case "national_value": value.national.value
      case "difference_from_national": value.difference.value
      case "change_1_year": value.change1.value.value
      case "change_3_year": value.change3.value.value
      case "pooled_numerator": value.pooledYears.map { Rational($0.numerator) }
      case "pooled_denominator": value.pooledYears.map { Rational($0.denominator) }
      case "pooled_value": value.pooledYears.flatMap { $0.denominator > 0 ? $0.percent : nil }
      case "pooled_national_value": value.pooledYears?.national.value
      case "ci_lower": value.interval.map { rounded($0.lower, decimals) }
      case "ci_upper": value.interval.map { rounded($0.upper, decimals) }
      default: nil
      }
    return exact?.rounded(decimals: Self.decimals(column, decimals))
  }

  /// A bound of an interval, which alone is a double, rounded half away from zero.
  static func rounded(_ value: Double, _ decimals: Int) -> Rational {
    var scale: Int64 = 1
    for _ in 0..<decimals { scale *= 10 }
    return Rational(Int64(nearest: value * Double(scale)), scale)
  }
}
