/// A day in the calendar, without a clock or a time zone.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil where the three numbers name no day, or one of a year that is not written with four digits.
  public init?(year: Int, month: Int, day: Int) {
    guard (1000...9999).contains(year) else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...days[month - 1]).contains(day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// From ISO 8601, `2009-04-01`; nil for anything else.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// 20091231: the date as a number that sorts.
  package var digits: Int { year * 10_000 + month * 100 + day }

  /// ISO 8601, `2009-04-01`.
  public var description: String {
    "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
  }

  /// The school year that the day falls in; it begins on 1 September.
  public var academicYear: AcademicYear { AcademicYear(ending: month >= 9 ? year + 1 : year) }

  public static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  /// As people write it: `18 June 2009`.
  public var words: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(day) \(months[month - 1]) \(year)"
  }

  /// Days from another day to this one; negative where this one comes first.
  public func days(since other: Self) -> Int { dayNumber - other.dayNumber }

  /// Days from 1 March of the year 0 of the Gregorian calendar, in which leap days end the years.
  private var dayNumber: Int {
    let year = month > 2 ? year : year - 1
    let month = month > 2 ? month - 3 : month + 9
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day
  }
}
