import SchoolStatistics
import TestSupport
import Testing

@testable import Indicators

/// Which authority a school belonged to in a year: one answer for shares, school counts and inspections.
struct AuthorityOfTheYearTests {
  /// Two authorities that became one in 2019, and a register of later.
  private func results(named: Int = 836) throws -> IndicatorResults {
    var data = SchoolDataBuilder()
    let merged = CalendarDate(year: 2019, month: 4, day: 1)!
    for code in [836, 837] { data.authority(code, to: CalendarDate(year: 2019, month: 3, day: 31)!) }
    data.authority(839, from: merged, predecessors: [836, 837])
    data.authority(840)
    data.school(1, in: 839, .secondary)
    data.school(2, in: 840, .secondary)
    for year in 2008...2009 {
      data.row("ks4_results", 1, year, authority: named, ["ks4_pupils": 100, "ks4_5ac_em": 20])
      data.row("ks4_results", 2, year, authority: 840, ["ks4_pupils": 100, "ks4_5ac_em": 40])
    }
    data.inspection(1, on: "2009-03-01", ["inspection_behaviour": 2])
    return try analyse(data.build(), rulebook)
  }

  @Test func `the results of the year say whose a school was, for shares, counts and inspections alike`() throws {
    let results = try results()
    for indicator in ["ks4-5ac-em", "secondary-below-floor", "secondary-behaviour-good"] {
      #expect(results.value(indicator, authority(836), year(2009))?.value.value != nil, "\(indicator)")
    }
    #expect(results.value("secondary-below-floor", authority(836), year(2009))?.numerator.count == 1)
    #expect(results.value("secondary-below-floor", authority(839), year(2009))?.value.value == nil)
    #expect(results.countedSchools.first { $0.year.ending == 2009 }?.authority == LocalAuthorityCode(836))
  }

  @Test func `a school that the register has elsewhere is a finding, once for each two authorities`() throws {
    let findings = try results().findings.filter { $0.rule == "school-of-two-authorities" }
    #expect(
      findings.map(\.message) == [
        "1 school that the register has under authority 839 stands under 836 in the results of 2007/08, 2008/09, first '1'"
      ])
    #expect(try results(named: 839).findings.allSatisfy { $0.rule != "school-of-two-authorities" })
  }

  @Test func `places that their authorities do not add up to are a finding`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.school(2, in: 0)
    for urn in 1...2 { data.row("ks2_results", urn, 2009, ["ks2_eligible": 20, "ks2_l4_em": 2]) }
    let found = try analyse(data.build(), rulebook).findings.filter {
      $0.rule == "areas-add-up" && $0.value == "ks2-l4-em"
    }
    #expect(
      found.map(\.message) == [
        "England, 'ks2-l4-em' 2008/09: 4 of 40, its authorities 2 of 20; the rest are schools of no known authority"
      ])
    #expect(try results().findings.allSatisfy { $0.rule != "areas-add-up" })
  }
}
