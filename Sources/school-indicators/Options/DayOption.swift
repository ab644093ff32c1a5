import ArgumentParser
import Foundation
import Packs
import SchoolStatistics

/// The day that a report is for, which says which targets are due.
struct DayOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day that the report is for, such as 2009-11-15: its term, the results that are out by then, and which targets are due. Default: the first day of the term.",
      valueName: "day"))
  var on: String?

  func validate() throws { if on != nil, chosen == nil { throw ValidationError(message) } }

  var chosen: CalendarDate? {
    guard let parts = on?.split(separator: "-", omittingEmptySubsequences: false).map({ Int($0) }), parts.count == 3,
      let year = parts[0], let month = parts[1], let day = parts[2], (1990...2100).contains(year)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private var message: String { "on '\(on ?? "")' is not a day; write it as 2010-11-15" }
}

/// The term, the year of results and the day of a report, settled between the options that say something of them.
struct ReportMoment {
  let season: Season
  /// Nil for the latest with results.
  let year: AcademicYear?
  /// The last year whose results are out on the day.
  let latest: AcademicYear?
  private let chosen: CalendarDate?

  init(_ chosen: CalendarDate?, term: Season?, year: AcademicYear?) throws {
    self.chosen = chosen
    self.year = year
    guard let chosen else {
      (season, latest) = (term ?? .autumn, nil)
      return
    }
    let (own, results) = Season.containing(chosen)
    if let term, term != own {
      throw ValidationError(
        "on '\(chosen)' lies in the \(own.rawValue) term, not in the \(term.rawValue) term; leave out one of the two")
    }
    if let year, year != results {
      throw ValidationError(
        "on '\(chosen)' lies in the year after the results of \(results.title), not of \(year.title); leave out one of the two"
      )
    }
    (season, latest) = (own, results)
  }

  func day(results year: AcademicYear) -> CalendarDate { chosen ?? season.firstDay(results: year) }
}
