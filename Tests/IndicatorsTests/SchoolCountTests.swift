import SchoolStatistics
import TestSupport
import Testing

@testable import Indicators

struct SchoolCountTests {
  private func floor(_ counts: [(Int, Int)], _ year: Int = 2009) throws -> (
    results: IndicatorResults, value: IndicatorValue
  ) {
    var data = SchoolDataBuilder()
    data.authority(901)
    for (urn, (n, d)) in zip(1..., counts) {
      data.school(urn, in: 901)
      data.row("ks2_results", urn, year, ["ks2_eligible": d, "ks2_l4_em": n])
    }
    let results = try analyse(data.build(), rulebook)
    return (results, try #require(results.value("primary-below-floor", authority(901), AcademicYear(ending: year))))
  }

  /// Rulebook §13 vector 5.
  @Test func `a floor is strict: 16 of 29 and 11 of 20 are not below 55%`() throws {
    #expect(try floor([(16, 29), (11, 20)]).value.value.value == 0)
    #expect(try floor([(16, 30), (54, 99)]).value.value.value == 2)
  }

  @Test func `cohorts of ten or fewer are not judged`() throws {
    let value = try floor([(1, 10), (1, 11)]).value
    #expect(value.value.value == 1 && value.denominator.count == 1)
  }

  @Test func `a counted school shows the numbers compared`() throws {
    let counted = try floor([(16, 31), (30, 31)]).results.countedSchools.filter {
      $0.indicator == "primary-below-floor"
    }
    #expect(counted.map(\.tests) == [["KS2 level 4+ E&M 2008/09: 16 of 31 (51.6%) is below 55%"]])
  }

  /// Rulebook §13 vector 5: what a table of whole numbers shows as 30 may be below 30.
  @Test func `a share of 29.6% is shown as 30 and is below a floor of 30`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, .secondary)
    data.row("ks4_results", 1, 2009, ["ks4_pupils": 27, "ks4_5ac_em": 8])
    let results = try analyse(data.build(), rulebook)
    #expect(results.value("ks4-5ac-em", authority(901), year(2009))?.value.value?.text(decimals: 0) == "30")
    #expect(results.value("secondary-below-floor", authority(901), year(2009))?.value.value == 1)
  }

  @Test func `a school that closed with the school year is not counted, one that closed later is`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, closed: CalendarDate(year: 2009, month: 8, day: 31))
    data.school(2, in: 901, closed: CalendarDate(year: 2009, month: 9, day: 1))
    for urn in 1...2 { data.row("ks2_results", urn, 2009, ["ks2_eligible": 20, "ks2_l4_em": 2]) }
    let value = try #require(
      try analyse(data.build(), rulebook).value("primary-below-floor", authority(901), year(2009)))
    #expect(value.value.value == 1 && value.denominator.count == 1)
    #expect(value.notes.contains("1 closed by the end of the school year left out"))
  }

  @Test func `shares of schools are ranked however few schools there are`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, .secondary)
    data.inspection(1, on: "2009-03-01", ["inspection_behaviour": 2])
    data.row("ks4_results", 1, 2009, ["ks4_pupils": 27, "ks4_5ac_em": 8])
    let value = try #require(
      try analyse(data.build(), rulebook).value("secondary-behaviour-good", authority(901), year(2009)))
    #expect(value.standing?.rank == 1 && value.pooledYears == nil)
  }

  @Test func `special schools are not counted`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, .special)
    data.row("ks2_results", 1, 2009, ["ks2_eligible": 20, "ks2_l4_em": 2])
    let value = try analyse(data.build(), rulebook).value("primary-below-floor", authority(901), year(2009))
    #expect(value?.value.reason == .notSupplied)
  }

  @Test func `the floor of 2007 is a back-cast and the 65% counts stand beside it`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.row("ks2_results", 1, 2007, ["ks2_eligible": 20, "ks2_l4_em": 12, "ks2_l4_english": 12, "ks2_l4_maths": 18])
    let results = try analyse(data.build(), rulebook)
    let count = { (id: String) in results.value(id, authority(901), year(2007))?.value.value }
    #expect(count("primary-below-floor") == 0)
    #expect(count("primary-below-65-english") == 1 && count("primary-below-65-maths") == 0)
    #expect(count("primary-below-65-either") == 1 && count("primary-below-65-both") == 0)
    #expect(results.assumptions.contains { $0.id == "primary-below-floor.2007" })
  }

  @Test func `2017 secondary floor: Progress 8 below -0.5 and significantly below zero`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    for (urn, (score, upper)) in zip(1..., [(-60, -10), (-60, 10), (-40, -10)]) {
      data.school(urn, in: 901, .secondary)
      data.scores(
        "ks4_results", urn, 2017,
        ["ks4_progress_8": Rational(Int64(score), 100), "ks4_progress_8_upper": Rational(Int64(upper), 100)],
        counts: ["ks4_pupils": 100, "ks4_progress_8_pupils": 90])
    }
    let value = try #require(
      try analyse(data.build(), rulebook).value("secondary-below-floor", authority(901), year(2017)))
    #expect(value.value.value == 1 && value.denominator.count == 3)
  }

  private func secondary(_ fives: [Int], english: Int, maths: Int, category: String = "") throws -> IndicatorResults {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, .secondary)
    for (year, fives) in zip(2007..., fives) {
      data.row(
        "ks4_results", 1, year,
        [
          "ks4_pupils": 100, "ks4_5ac_em": fives, "ks4_3lp_english": english, "ks4_3lp_english_matched": 100,
          "ks4_3lp_maths": maths,
          "ks4_3lp_maths_matched": 100,
        ])
      data.official(.national, year, "ks4_5ac_em", Rational(Int64(46 + 2 * (year - 2007)), 1))
      data.official(.national, year, "ks4_3lp_english", 65)
      data.official(.national, year, "ks4_3lp_maths", 58)
    }
    data.inspection(1, on: "2009-05-12", ["inspection_behaviour": 3], category: category)
    return try analyse(data.build(), rulebook)
  }

  @Test func `a secondary school above the floor with low progress and little improvement coasts`() throws {
    // England rises by 4 points over the two years.
    #expect(
      try secondary([40, 41, 43], english: 60, maths: 50).value("secondary-coasting", authority(901), year(2009))?.value
        .value == 1)
    #expect(
      try secondary([40, 41, 44], english: 60, maths: 50).value("secondary-coasting", authority(901), year(2009))?.value
        .value == 0)
    #expect(
      try secondary([40, 41, 43], english: 65, maths: 50).value("secondary-coasting", authority(901), year(2009))?.value
        .value == 0)
    #expect(
      try secondary([28, 29, 29], english: 60, maths: 50).value("secondary-coasting", authority(901), year(2009))?.value
        .value == 0)
  }

  @Test(arguments: ["special_measures", "Special measures", "NTI"])
  func `schools in an Ofsted category are left out of coasting however it is written`(category: String) throws {
    let results = try secondary([40, 41, 43], english: 60, maths: 50, category: category)
    #expect(results.value("secondary-coasting", authority(901), year(2009))?.value.reason != nil)
    #expect(results.countedSchools.filter { $0.indicator == "secondary-coasting" && $0.year == year(2009) }.isEmpty)
  }

  @Test func `a word that is no category leaves nobody out`() throws {
    let results = try secondary([40, 41, 43], english: 60, maths: 50, category: "under review")
    #expect(results.value("secondary-coasting", authority(901), year(2009))?.value.value == 1)
  }

  @Test func `a coasting school lists every test`() throws {
    let counted = try secondary([40, 41, 43], english: 60, maths: 50).countedSchools.first {
      $0.indicator == "secondary-coasting" && $0.year.ending == 2009
    }
    #expect(
      counted?.tests == [
        "5+ A*-C with E&M 2008/09: 43 of 100 (43.0%) is at or above 30%",
        "KS4 3 levels, English 2008/09: 60 of 100 (60.0%) is below England's 65%",
        "KS4 3 levels, maths 2008/09: 50 of 100 (50.0%) is below England's 58%",
        "5+ A*-C with E&M: change from 40 of 100 (40.0%) in 2006/07 to 43 of 100 (43.0%), 3.0 points, is below 4.0",
      ])
  }

  @Test func `behaviour is the most recent judgement by 31 December`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    for urn in 1...3 { data.school(urn, in: 901, .secondary) }
    data.row("ks4_results", 1, 2009, ["ks4_pupils": 100, "ks4_5ac_em": 50])
    data.inspection(1, on: "2007-03-01", ["inspection_behaviour": 3])
    data.inspection(1, on: "2009-12-31", ["inspection_behaviour": 2])
    data.inspection(2, on: "2008-06-01", ["inspection_behaviour": 1])
    data.inspection(2, on: "2010-01-01", ["inspection_behaviour": 4])
    let value = try #require(
      try analyse(data.build(), rulebook).value("secondary-behaviour-good", authority(901), year(2009)))
    #expect(value.numerator.count == 2 && value.denominator.count == 2)
  }
}
