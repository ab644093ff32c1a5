import SchoolStatistics

extension CalendarDate {
  /// Reads `2013-04-18`, `2018-09-01 00:00:00`, `20130418`, `05/06/2014`, `21-01-2021` (day first) and
  /// `31/08/10`, which is 2010: years written with two digits are those from 1950 to 2049.
  init?(reading text: String) {
    if text.isEmpty { return nil }
    let bytes = text.utf8.span
    if bytes.isISODate {
      self.init(year: bytes.digits(0..<4)!, month: bytes.digits(5..<7)!, day: bytes.digits(8..<10)!)
      return
    }
    let day = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first ?? ""
    let parts = day.split(whereSeparator: { $0 == "-" || $0 == "/" || $0 == "." }).map { Int($0) }
    if parts.count == 1, day.count == 8, let number = parts[0] {
      self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    } else if parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2] {
      let year = day.count <= 8 && c < 100 ? (c < 50 ? 2000 : 1900) + c : c
      if a > 31 { self.init(year: a, month: b, day: c) } else { self.init(year: year, month: b, day: a) }
    } else {
      return nil
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are a day written as 2009-04-01.
  var isISODate: Bool {
    guard count == 10, self[4] == UInt8(ascii: "-"), self[7] == UInt8(ascii: "-") else { return false }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else { return false }
    return CalendarDate(year: year, month: month, day: day) != nil
  }
}
