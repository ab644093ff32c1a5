import Foundation
import Indicators
import SchoolStatistics
import TestSupport
import Testing

@testable import Report

@Suite("Pages of regions")
struct RegionPagesTests {
  static let content = try! ComparisonFixture().content()

  @Test("England and every region have a page, named for them")
  func fields() throws {
    #expect(
      ComparisonField.all(Self.content).map(\.path) == [
        "regions/england.html", "regions/london.html", "regions/north-west.html",
        "regions/yorkshire-and-the-humber.html",
      ])
    let limited = try ComparisonFixture().content("North West")
    #expect(ComparisonField.all(limited).map(\.slug) == ["north-west"])
  }

  @Test("ranks of a region's page are among all authorities of England")
  func ranksAreNational() throws {
    let limited = try ComparisonFixture().content("North West")
    let field = ComparisonField.all(limited)[0]
    let compared = try #require(ComparedAuthority(field.authorities[0], field.indicators[0], limited))
    #expect(compared.standing?.ranked == 24)
  }

  @Test("every band stands as a letter in its cell, with the rank beneath and for sorting")
  func letters() throws {
    let field = try #require(ComparisonField.all(Self.content).first { $0.slug == "north-west" })
    let page = RegionPages.render(field, Self.content).text
    var cells = 0
    for match in page.matches(of: /<td class="([A-D])" data-rank="([0-9]+)">([A-D])<small>([0-9]+)<\/small>/) {
      #expect(match.1 == match.3 && match.2 == match.4)
      cells += 1
    }
    #expect(cells > 8 * 20)
    #expect(page.contains("<td class=\"no\">c</td>"), "a suppressed figure has its symbol")
  }

  @Test("a name that tries to break out of the page stays text")
  func escapes() throws {
    let field = try #require(ComparisonField.all(Self.content).first { $0.slug == "north-west" })
    let page = RegionPages.render(field, Self.content).text
    #expect(page.contains("=Kingston &amp; St. John&#39;s &lt;b&gt;"))
    #expect(!page.contains("St. John's <b>"))
  }

  @Test("no movement is told of an indicator whose definition changed")
  func breaks() throws {
    let results = Self.content.results
    let values = results.values.filter { $0.indicator == "persistent-absence-secondary" && $0.year.ending == 2009 }
    #expect(values.contains { $0.standing != nil })
    #expect(values.allSatisfy { $0.standing?.movement == nil && $0.standing?.rankChange1 == nil })
  }

  @Test("why a band moved is told by the authority's change and that of the line it crossed")
  func why() {
    let indicator = FixtureCatalogue.indicators[2]
    let up = BandMovement(from: .c, to: .b, ownChange: Rational(21, 10), cutChange: Rational(8, 10))
    #expect(StandingText.why(up, indicator) == "the authority rose 2.1; the line between C and B rose 0.8")
    let down = BandMovement(from: .a, to: .c, ownChange: Rational(0), cutChange: Rational(12, 10))
    #expect(StandingText.why(down, indicator) == "the authority stayed; the line between C and B rose 1.2")
  }

  @Test("ranks are said as people say them")
  func ranks() {
    let standing = Standing(
      rank: 41, ranked: 147, sharing: 2, band: "B", decile: 3, isTopQuartileInclusive: false,
      neighbourMean: .missing(.tooFew),
      neighboursWithData: 3, neededForNextBand: 1, rankChange1: nil)
    #expect(StandingText.rank(standing) == "joint 41st of 147 with data")
    #expect(StandingText.needed(standing, FixtureCatalogue.indicators[2]) == "1 pupil to A")
    #expect(StandingText.neighbours(standing, FixtureCatalogue.indicators[2]) == "fewer than five with data")
  }

  @Test("better is on the right of a strip, also where low is good")
  func strips() {
    func place(_ polarity: Polarity, _ value: Int64) -> Double {
      let distribution = Distribution(
        indicator: "x", year: AcademicYear(ending: 2009), group: .all, polarity: polarity, ranked: 4, tooSmall: 0,
        quartiles: [Rational(2), Rational(5), Rational(8)], deciles: [], smallest: Rational(0), largest: Rational(10),
        shownDecimals: 0)
      let strip = PositionStrip(
        distribution: distribution, marks: [.init(value: Rational(value), interval: nil)], text: "x")
      return Double(strip.markup.text.firstMatch(of: /cx="([0-9.]+)"/)!.1)!
    }
    #expect(place(.high, 9) > place(.high, 1))
    #expect(place(.low, 1) > place(.low, 9))
  }

  @Test("workbooks hold no formula and every authority of the page")
  func workbooks() throws {
    let field = try #require(ComparisonField.all(Self.content).first { $0.slug == "north-west" })
    let workbook = RegionWorkbooks.workbook(field, Self.content)
    #expect(workbook.tables[0].rows.count == 8)
    let bytes = try WorkbookFile.bytes(workbook)
    #expect(try Part.read("xl/sharedStrings.xml", of: bytes).contains("<t>=Kingston &amp; St. John's &lt;b&gt;</t>"))
    for sheet in 4...6 { #expect(try !Part.read("xl/worksheets/sheet\(sheet).xml", of: bytes).contains("<f>")) }
  }

  /// Writes the pages to a folder that stays, for looking at: `COMPARISON_LOOK=/tmp/look`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["COMPARISON_LOOK"] != nil))
  func `the pages can be looked at`() throws {
    let look = ProcessInfo.processInfo.environment["COMPARISON_LOOK"]!
    let folder = ReportFolder(path: look)
    for output in [RegionPages(), AuthorityPages(), RegionWorkbooks(), AuthorityWorkbooks()] as [any ReportOutput] {
      try output.write(Self.content, to: folder)
    }
  }
}
