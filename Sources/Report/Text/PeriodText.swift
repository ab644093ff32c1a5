import Packs
import SchoolStatistics

/// How years and terms are written on pages.
enum PeriodText {
  /// `2008/09`
  static func year(_ year: AcademicYear) -> String { year.title }

  /// `2006 to 2009`, by the calendar years in which the school years end; one year alone is `2009`.
  static func span(_ years: [AcademicYear]) -> String {
    guard let first = years.first, let last = years.last else { return "" }
    return first == last ? "\(first.ending)" : "\(first.ending) to \(last.ending)"
  }

  /// `autumn term 2009`
  static func term(_ term: Season, _ year: AcademicYear) -> String {
    "\(term.rawValue) term \(term.calendarYear(results: year))"
  }
}

extension PeriodText {
  /// A day as people write it: `18 June 2009`.
  static func day(_ date: CalendarDate) -> String { date.words }
}
