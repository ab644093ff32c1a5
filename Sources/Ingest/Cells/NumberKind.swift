import CSV
import SchoolStatistics

/// A kind of number that files hold, with its valid range.
///
/// The readers of cells let no number outside its range through, so that nothing behind them (a conversion to fewer bits,
/// a sum, a table by code) can overflow. What they keep back is a finding.
struct NumberKind: Sendable {
  /// `a URN`
  let title: String
  let range: ClosedRange<Int>
  /// Whether it tells a school or an authority from others.
  let isKey: Bool

  private init(_ title: String, _ range: ClosedRange<Int>, isKey: Bool = true) {
    (self.title, self.range, self.isKey) = (title, range, isKey)
  }

  /// What a cell should hold, for findings.
  var words: String { "\(title) from \(range.lowerBound) to \(range.upperBound)" }

  static let urn = NumberKind("a URN", 1...999_999)
  static let authority = NumberKind("the code of a local authority", 1...999)
  static let establishment = NumberKind("an establishment number", 1...9999)
  static let authorityAndEstablishment = NumberKind("an authority and establishment number", 10_001...9_999_999)
  static let decimals = NumberKind("a number of decimals", 0...6, isKey: false)

  /// The kinds of the fields of registers that hold numbers.
  static func ofField(_ name: String) -> NumberKind? {
    switch name {
    case "urn", "successor_urn", "other_urn": .urn
    case "la_code": .authority
    case "estab": .establishment
    case "laestab": .authorityAndEstablishment
    case "decimals": .decimals
    case _ where name.hasPrefix("neighbour_"): .authority
    default: nil
    }
  }
}

/// The valid range of the figures of a column, which rows about areas may go beyond a school's.
struct FigureRange: Sendable {
  /// Whole pupils, sessions or the like in a row about a school, and in one about an area.
  private static let pupils = FigureRange(school: 0...100_000, area: 0...100_000_000, isWhole: true)
  private static let sessions = FigureRange(school: 0...100_000_000, area: 0...100_000_000_000, isWhole: true)
  private static let percentages = FigureRange(school: -1000...1000, area: -1000...1000, isWhole: false)
  /// Scores and means of schools; sums of money of areas.
  private static let numbers = FigureRange(
    school: -10_000_000...10_000_000, area: -100_000_000_000...100_000_000_000, isWhole: false)

  let school: ClosedRange<Int>
  let area: ClosedRange<Int>
  private let isWhole: Bool

  private init(school: ClosedRange<Int>, area: ClosedRange<Int>, isWhole: Bool) {
    (self.school, self.area, self.isWhole) = (school, area, isWhole)
  }

  /// - Parameter unit: of the measure; nil where the file names its measures line by line.
  init(_ writing: ColumnRule.Writing, _ unit: MeasureList.Entry.Unit?) {
    self =
      switch writing {
      case .count: unit == .sessions || unit == nil ? Self.sessions : Self.pupils
      case .percent, .fraction: Self.percentages
      case .number: Self.numbers
      }
  }

  func range(_ level: GeographicLevel) -> ClosedRange<Int> { level == .school ? school : area }

  /// Whether a figure in millionths lies in the range.
  func contains(_ millionths: Int64, _ level: GeographicLevel) -> Bool {
    let range = range(level)
    return millionths >= Int64(clamping: range.lowerBound) * 1_000_000
      && millionths <= Int64(clamping: range.upperBound) * 1_000_000
  }

  func words(_ level: GeographicLevel) -> String {
    let range = range(level)
    return "a \(isWhole ? "whole number" : "number") from \(range.lowerBound) to \(range.upperBound), or a known code"
  }
}

extension CellLog {
  /// The number of a kind at a slot; nil where there is none. One outside the range of its kind is noted.
  mutating func number(_ record: borrowing CSVRecord, _ slot: Int?, _ kind: NumberKind) -> Int? {
    guard let slot else { return nil }
    return isOutside(record, slot, kind) ? nil : record.wholeNumber(slot)
  }

  /// Whether a cell holds a number that is none of its kind, which is noted unless it is nought: that means none.
  mutating func isOutside(_ record: borrowing CSVRecord, _ slot: Int, _ kind: NumberKind) -> Bool {
    if let number = record.wholeNumber(slot) {
      if kind.range.contains(number) { return false }
      if number == 0 { return true }
    } else if !record[slot].isWrittenAsNumber {
      return false
    }
    noteUnreadable(record, slot, .kind(kind.words))
    return true
  }
}

extension Span<UInt8> {
  /// Nothing but digits, after a sign where there is one: a number, however long.
  fileprivate var isWrittenAsNumber: Bool {
    let range = withoutBlanks
    guard let first = range.first else { return false }
    let hasSign = self[first] == UInt8(ascii: "-") || self[first] == UInt8(ascii: "+")
    let digits = range.dropFirst(hasSign ? 1 : 0)
    return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains(self[$0]) }
  }
}
