import CSV
import SchoolStatistics

/// Rows of CSV as bytes, for tables of millions of rows.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are written as numbers, with
/// a hyphen for minus. Every row ends with LF.
struct CSVBytes: Sendable {
  private(set) var bytes: [UInt8] = []
  private var isRowStart = true

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  var count: Int { bytes.count }

  private mutating func separate() {
    if isRowStart { isRowStart = false } else { bytes.append(UInt8(ascii: ",")) }
  }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isRowStart = true
  }

  mutating func empty() { separate() }

  mutating func text(_ text: String) {
    separate()
    CSVText.append(text, to: &bytes, neutralisingFormulas: true)
  }

  mutating func integer(_ n: Int) {
    separate()
    appendDigits(Int64(n), decimals: 0)
  }

  /// A whole number, or nothing where it is missing.
  mutating func count(_ figure: Figure) {
    separate()
    if let n = figure.count { appendDigits(Int64(n), decimals: 0) }
  }

  mutating func decimal(_ value: Rational, decimals: Int) {
    separate()
    appendDigits(value.roundedUnits(decimals: decimals), decimals: decimals)
  }

  /// A rounded value, or nothing where it is missing.
  mutating func decimal(_ figure: Figure, decimals: Int) {
    separate()
    if let value = figure.value { appendDigits(value.roundedUnits(decimals: decimals), decimals: decimals) }
  }

  /// A bound of an interval; nothing where there is none.
  mutating func decimal(_ value: Double?, decimals: Int) {
    separate()
    if let value {
      appendDigits(FigureText.rounded(value, decimals).roundedUnits(decimals: decimals), decimals: decimals)
    }
  }

  /// Fields that were made before, as `fields` gives them.
  mutating func fields(_ made: [UInt8]) {
    separate()
    bytes.append(contentsOf: made)
  }

  /// Fields made once and used in many rows.
  static func fields(_ make: (inout CSVBytes) -> Void) -> [UInt8] {
    var row = CSVBytes()
    make(&row)
    return row.bytes
  }

  /// Units of the last decimal as digits: 683 with one decimal is `68.3`.
  private mutating func appendDigits(_ units: Int64, decimals: Int) {
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    // From the last digit to the first: twenty digits and a point at most, and decimals are few.
    var digits = InlineArray<32, UInt8>(repeating: UInt8(ascii: "0"))
    var start = digits.count
    var rest = units.magnitude
    let point = decimals > 0 ? start - decimals - 1 : -1
    let first = point < 0 ? start - 1 : point - 1
    while rest > 0 || start > first {
      start -= 1
      if start == point {
        digits[start] = UInt8(ascii: ".")
        continue
      }
      digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    for index in start..<digits.count { bytes.append(digits[index]) }
  }
}
