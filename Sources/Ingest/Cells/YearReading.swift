import SchoolStatistics

/// Reads the calendar year in which a school year ends from the ways in which files write school years.
enum YearReading {
  /// `2016`, `201617`, `2016/17`, `2016-17 (OT)`, `2016-2017`, `2019 (Rev)`, `2016.0`; nil for anything else.
  ///
  /// Four digits are the year in which the school year ends.
  static func ending(_ bytes: Span<UInt8>) -> Int? {
    if bytes.count == 4, let year = bytes.digits(0..<4) { return plausible(year) ? year : nil }
    if bytes.isISODate {
      return CalendarDate(year: bytes.digits(0..<4)!, month: bytes.digits(5..<7)!, day: bytes.digits(8..<10)!)?
        .academicYear.ending
    }
    let range = bytes.withoutBlanks
    if range.count >= 6, bytes.extracting(range).hasDateShape {
      return CalendarDate(reading: String(ascii: bytes.extracting(range)))?.academicYear.ending
    }
    var position = range.lowerBound
    guard let first = number(bytes, &position, range.upperBound) else { return nil }
    switch first.digits {
    case 4:
      guard plausible(first.value) else { return nil }
      guard position < range.upperBound, bytes[position] == UInt8(ascii: "/") || bytes[position] == UInt8(ascii: "-")
      else {
        // `2019 (Rev)` and `2016.0` are 2019 and 2016; `2016x` is nothing.
        return position == range.upperBound || [0x20, 0x28].contains(bytes[position]) || bytes.wholeNumber != nil
          ? first.value : nil
      }
      position += 1
      guard let second = number(bytes, &position, range.upperBound) else { return nil }
      let ending = second.digits == 4 ? second.value : (first.value + 1) / 100 * 100 + second.value
      let isEnd = position == range.upperBound || [0x20, 0x28].contains(bytes[position])
      return isEnd && second.digits <= 4 && ending == first.value + 1 ? ending : nil
    case 6:
      let start = first.value / 100
      return plausible(start) && (start + 1) % 100 == first.value % 100 ? start + 1 : nil
    case 8:
      return CalendarDate(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)?
        .academicYear.ending
    default:
      return nil
    }
  }

  /// A year so many years on; nil where that is none that files speak of.
  static func moved(_ year: Int, by offset: Int) -> Int? {
    let (moved, overflow) = year.addingReportingOverflow(offset)
    return !overflow && plausible(moved) ? moved : nil
  }

  static func plausible(_ year: Int) -> Bool { (1900...2999).contains(year) }

  private static func number(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> (value: Int, digits: Int)? {
    var value = 0
    let start = position
    while position < end, (0x30...0x39).contains(bytes[position]), position - start < 9 {
      value = value * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    return position == start ? nil : (value, position - start)
  }
}

extension Span<UInt8> {
  /// Two separators between numbers: a date rather than a year.
  fileprivate var hasDateShape: Bool {
    var separators = 0
    for index in indices where self[index] == UInt8(ascii: "/") || self[index] == UInt8(ascii: "-") { separators += 1 }
    return separators == 2
  }
}

extension String {
  /// Bytes that are known to be ASCII.
  init(ascii bytes: Span<UInt8>) {
    var text = ""
    for index in bytes.indices { text.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    self = text
  }
}

extension AcademicYear {
  /// A year as people write it: `2009` and `2008/09` are the same.
  public init?(reading text: String) {
    guard let ending = YearReading.ending(text.utf8.span) else { return nil }
    self.init(ending: ending)
  }
}
