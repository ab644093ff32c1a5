import ArgumentParser
import Foundation
import Packs
import SchoolStatistics

/// The day that a report is for, which says which targets are due.
struct DayOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day that the report is for, such as 2010-11-15: targets whose last day lies ahead of it are not due. Default: the first day of the term.",
      valueName: "day"))
  var on: String?

  func validate() throws { if on != nil, chosen == nil { throw ValidationError(message) } }

  /// The first day of the term where no other was given.
  func day(_ season: Season, results year: AcademicYear) -> CalendarDate { chosen ?? season.firstDay(results: year) }

  private var chosen: CalendarDate? {
    guard let parts = on?.split(separator: "-", omittingEmptySubsequences: false).map({ Int($0) }), parts.count == 3,
      let year = parts[0], let month = parts[1], let day = parts[2], (1990...2100).contains(year)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private var message: String { "on '\(on ?? "")' is not a day; write it as 2010-11-15" }
}
