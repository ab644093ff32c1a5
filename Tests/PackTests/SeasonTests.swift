import Packs
import SchoolStatistics
import Testing

/// Which term a day lies in, and whose results are out then.
@Suite struct SeasonTests {
  @Test(arguments: [
    (2009, 8, 31, Season.summer, 2008), (2009, 9, 1, .autumn, 2009), (2009, 12, 31, .autumn, 2009),
    (2010, 1, 1, .spring, 2009), (2010, 3, 31, .spring, 2009), (2010, 4, 1, .summer, 2009),
  ]) func `a day says its term and the results that are out`(
    _ year: Int, _ month: Int, _ day: Int, _ season: Season, _ results: Int
  ) throws {
    let found = Season.containing(try #require(CalendarDate(year: year, month: month, day: day)))
    #expect(found.season == season)
    #expect(found.results == AcademicYear(ending: results))
    // The first day of a term lies in it, and follows the results that the term looks at.
    let first = Season.containing(season.firstDay(results: found.results))
    #expect(first.season == season && first.results == found.results)
  }
}
