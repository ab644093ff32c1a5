import SchoolStatistics
import Testing

@Suite("The vocabulary")
struct VocabularyTests {
  @Test(
    "names a school year by the calendar year in which it ends",
    arguments: [(2009, "200809", "2008/09"), (2000, "199900", "1999/00")])
  func academicYear(ending: Int, timePeriod: String, title: String) {
    #expect(AcademicYear(ending: ending).timePeriod == timePeriod)
    #expect(AcademicYear(ending: ending).title == title)
  }

  @Test("knows the days of the calendar")
  func dates() {
    #expect(CalendarDate(year: 2008, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2009, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2009, month: 13, day: 1) == nil)
    #expect(CalendarDate(year: 2008, month: 9, day: 1)!.academicYear == AcademicYear(ending: 2009))
    #expect("\(CalendarDate(year: 2009, month: 4, day: 1)!)" == "2009-04-01")
  }

  @Test("says whether an authority existed when results came out")
  func authorities() {
    let old = LocalAuthority(
      code: .init(820), name: "Bedfordshire", validTo: CalendarDate(year: 2009, month: 3, day: 31))
    let new = LocalAuthority(code: .init(822), name: "Bedford", validFrom: CalendarDate(year: 2009, month: 4, day: 1))
    #expect(old.existed(in: AcademicYear(ending: 2008)) && !old.existed(in: AcademicYear(ending: 2009)))
    #expect(!new.existed(in: AcademicYear(ending: 2008)) && new.existed(in: AcademicYear(ending: 2009)))
  }

  @Test("keeps the leading zeros of authority codes")
  func codes() { #expect(LocalAuthorityCode(7).description == "007") }

  @Test("gives every reason for a missing figure a symbol of the Government Statistical Service")
  func symbols() {
    for reason in MissingReason.allCases { #expect(["c", "x", "z", "low", "u"].contains(reason.symbol)) }
  }

  @Test("writes a finding as file, line, severity, rule and message")
  func findings() {
    let finding = Finding(
      rule: "unknown-year", severity: .error, file: "ks4.csv", line: 88, column: "year", value: "2101",
      message: "year '2101' has no rulebook; known years are 2006 to 2019", action: "row left out")
    #expect(
      "\(finding)" == "ks4.csv:88: error: [unknown-year] year '2101' has no rulebook; known years are 2006 to 2019")
  }
}
