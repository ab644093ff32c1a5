import Indicators
import SchoolStatistics
import Testing

@testable import Report

/// Sentences of pages that are easily untrue at the edges: nothing, one, too few, not all.
@Suite struct PageSentenceTests {
  private let indicator = FixtureCatalogue.indicators[2]

  private func value(coverage: Coverage? = nil, notes: [String] = []) -> IndicatorValue {
    var value = IndicatorValue(
      indicator: indicator.id, place: .localAuthority(LocalAuthorityCode(901)), year: AcademicYear(ending: 2009),
      value: .value(Rational(70)))
    (value.coverage, value.notes) = (coverage, notes)
    return value
  }

  /// The page of Anyborough with one figure of the headline year and what the data say of the authority.
  private func content(_ value: IndicatorValue?, authority: (inout LocalAuthority) -> Void = { _ in }) throws
    -> ReportContent
  {
    let fixture = ReportFixture()
    var data = fixture.data
    authority(&data.authorities[0])
    data.schools = []
    let results = IndicatorResults(
      years: [AcademicYear(ending: 2009)], headlineYear: AcademicYear(ending: 2009), indicators: [indicator],
      areas: Array(fixture.areas.prefix(3)), values: value.map { [$0] } ?? [],
      schools: SchoolResults(schools: []) { _ in [] })
    return try ReportContent(Run(data: data, results: results), ReportOptions(outFolder: "", term: .autumn))
  }

  private func page(_ value: IndicatorValue?, authority: (inout LocalAuthority) -> Void = { _ in }) throws -> String {
    let content = try content(value, authority: authority)
    return AuthorityPages.render(content.areas[2], content).text
  }

  @Test func `a figure that rests on fewer than nine tenths says so in its row and in the workbook`() throws {
    let few = Coverage(schools: 16, schoolsExpected: 22, pupils: 0, pupilsExpected: 0)
    #expect(try page(value(coverage: few)).contains("<small>rests on 16 of 22 schools</small>"))
    let most = Coverage(schools: 20, schoolsExpected: 22, pupils: 0, pupilsExpected: 0)
    #expect(try !page(value(coverage: most)).contains("<small>rests on"))
    #expect(try page(value(coverage: most)).contains("rests on 20 of 22 schools"), "the evidence says it of any")
    let pupils = Coverage(schools: 22, schoolsExpected: 22, pupils: 800, pupilsExpected: 1000)
    #expect(NoteText.coverage(value(coverage: pupils)) == "rests on 800 of 1,000 pupils")
    var official = value(coverage: few)
    official.origin = .published
    #expect(NoteText.coverage(official) == nil)
    let content = try content(value(coverage: few))
    let compared = try #require(ComparedAuthority(content.areas[2], indicator, content))
    guard case .text(let remarks) = FigureRows.headline(compared).last else { throw UnexpectedCell() }
    #expect(remarks == "rests on 16 of 22 schools")
  }

  @Test func `the text of a rule and a long change of definition stand with the evidence alone`() throws {
    let page = try page(value(notes: ["rule: in the lowest quarter for years, and so on", "6.0% of schools judged"]))
    #expect(page.contains("<small>6.0% of schools judged</small>"))
    #expect(!page.contains("<small>rule:"))
    #expect(
      page.contains("<td class=\"words\">rule: in the lowest quarter for years, and so on; 6.0% of schools judged</td>")
    )
  }

  @Test func `the first sentence is about the weakest indicator, and praise opens no page that has a weakness`() throws
  {
    var worse = value()
    (worse.national, worse.difference) = (.value(Rational(75)), .value(Rational(-5)))
    worse.significance = .below
    let page = try page(worse)
    #expect(page.contains("<ol class=\"six\">\n<li><strong><a href=\"#\(indicator.id)\">"))
    #expect(
      page.contains("significantly worse than England</strong>") && !page.contains("better than England</strong>"))
    #expect(try !self.page(value()).contains("<ol class=\"six\">"), "nothing was tested")
  }

  @Test func `an exact probability stands with the evidence, and the row says in words that there was no test`() throws
  {
    let note = "too few for a test of significance; exact binomial p = 0.421"
    let page = try page(value(notes: [note]))
    #expect(page.contains("<small>too few to test</small>") && !page.contains("<small>\(note)</small>"))
    #expect(page.contains("<td class=\"words\">\(note)</td>"))
    #expect(try !self.page(value()).contains("too few to test"))
  }

  @Test func `paper has the table and not the blocks of a narrow screen`() throws {
    let page = try page(value())
    #expect(page.contains("@media screen and (max-width:54rem)") && !page.contains("@media (max-width:54rem)"))
  }

  @Test func `an authority without figures says why, and is not counted`() throws {
    let missing = IndicatorValue(
      indicator: indicator.id, place: .localAuthority(LocalAuthorityCode(901)), year: AcademicYear(ending: 2009),
      value: .missing(.notSupplied))
    #expect(
      try page(missing) { $0.validTo = CalendarDate(year: 2009, month: 3, day: 31) }.contains(
        "No figures in 2008/09: the authority existed until 31 March 2009."))
    #expect(
      try page(missing) { $0.validFrom = CalendarDate(year: 2019, month: 4, day: 1) }.contains(
        "No figures in 2008/09: the authority exists from 1 April 2019."))
    #expect(try page(missing).contains("The files hold no figures about this authority in 2008/09."))
    #expect(try !page(value()).contains("hold no figures"))
    #expect(
      IndexPage.render(try content(missing)).text.contains("Results of 2008/09 · 0 local authorities · year 2009<"))
    #expect(IndexPage.render(try content(value())).text.contains("· 1 local authority ·"))
  }

  @Test func `a phase without schools is left out`() {
    func words(_ primary: Int, _ secondary: Int) -> String? {
      AuthorityPages.schools(ReportContent.SchoolCounts(primary: primary, secondary: secondary))
    }
    #expect(words(0, 12) == "12 secondary schools" && words(1, 0) == "1 primary school" && words(0, 0) == nil)
    #expect(words(16, 1) == "16 primary and 1 secondary school")
  }

  @Test func `a rank among few without bands is not told; many, or bands, are`() {
    func ranked(_ ranked: Int, _ band: String) -> IndicatorValue {
      var value = value()
      value.standing = Standing(
        rank: 2, ranked: ranked, sharing: 1, band: band, decile: 0, isTopQuartileInclusive: false,
        neighbourMean: .missing(.tooFew), neighboursWithData: 0, neededForNextBand: nil, rankChange1: nil)
      return value
    }
    #expect(ranked(2, "").shownStanding == nil)
    #expect(ranked(9, "B").shownStanding != nil && ranked(10, "").shownStanding != nil)
  }

  @Test func `overall absence is counted in sessions`() {
    var absence = indicator
    absence.counted = .sessions
    let standing = Standing(
      rank: 70, ranked: 150, sharing: 1, band: "C", decile: 5, isTopQuartileInclusive: false,
      neighbourMean: .missing(.tooFew), neighboursWithData: 0, neededForNextBand: 3182, rankChange1: nil)
    #expect(StandingText.needed(standing, absence) == "3,182 sessions to B")
    #expect(StandingText.needed(standing, indicator) == "3,182 pupils to B")
  }

  @Test func `a counted school's tests name measures by their titles`() {
    let counted = CountedSchool(
      indicator: "secondary-coasting", year: AcademicYear(ending: 2009), school: 0, authority: LocalAuthorityCode(901),
      tests: [
        "cva_ks2_ks4 2008/09: 998.4 is below 1000", "ks4_progress_8_upper 2016/17: -0.1 is below 0",
        "A*-C in E&M 2008/09: 16 of 31 (51.6%) is below 55%",
      ])
    let measure = Measure("ks4_progress_8_upper")
    #expect(
      counted.testsInWords([measure: MeasureDefinition(measure: measure, title: "Progress 8, upper confidence limit")])
        == [
          "Contextual value added, key stage 2 to 4 2008/09: 998.4 is below 1000",
          "Progress 8, upper confidence limit 2016/17: -0.1 is below 0",
          "A*-C in E&M 2008/09: 16 of 31 (51.6%) is below 55%",
        ])
  }
}

private struct UnexpectedCell: Error {}
