import Foundation
import Indicators
import SchoolStatistics
import TestSupport
import Testing

@testable import Report

@Suite struct PageTests {
  private static func pages(_ fixture: ReportFixture = ReportFixture()) throws -> [String: String] {
    let folder = try TemporaryFolder()
    var options = ReportOptions(outFolder: folder.path, term: .autumn)
    options.formats = [.html]
    _ = try writeReport(fixture.run, options)
    let root = folder.path + "/2009-autumn"
    let names = (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []).filter {
      $0.hasSuffix(".html")
    }
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try folder.text("2009-autumn/" + $0)) })
  }

  @Test func `there is a front page, pages of method and quality, and pages for each authority`() throws {
    #expect(
      try Self.pages().keys.sorted() == [
        "index.html", "la/901/index.html", "la/901/schools.html", "la/902/index.html", "la/902/schools.html",
        "method.html", "quality.html", "schools.html",
      ])
  }

  @Test func `text from files is escaped wherever it stands`() throws {
    for (name, page) in try Self.pages() {
      #expect(!page.contains("<script>alert"), "\(name)")
      #expect(!page.contains("<b>\u{22}") && !page.contains("St. John's <b>"), "\(name)")
    }
    let pages = try Self.pages()
    #expect(pages["la/902/index.html"]!.contains("<h1>Kingston-upon-Thing &amp; St. John&#39;s &lt;b&gt;</h1>"))
    #expect(pages["la/901/index.html"]!.contains("Saint Anne&#39;s &amp; &lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(pages["quality.html"]!.contains("<code>&lt;b&gt;QQ&lt;/b&gt;</code>"))
  }

  @Test func `pages load nothing, run nothing and say their language`() throws {
    for (name, page) in try Self.pages() {
      for forbidden in ["http://", "https://", "src=", "<link", "@import", "url(", "onclick", "{{"] {
        #expect(!page.contains(forbidden), "\(name) holds \(forbidden)")
      }
      #expect(page.contains("<html lang=\"en-GB\">"))
    }
  }

  @Test func `every page says that sample data is synthetic, and only then`() throws {
    let notice = "Synthetic sample data: no such authority exists."
    #expect(try Self.pages().values.allSatisfy { $0.contains(notice) })
    #expect(try Self.pages(ReportFixture(isSynthetic: false)).values.allSatisfy { !$0.contains(notice) })
  }

  @Test func `pages stay under 200 KB`() throws {
    for (name, page) in try Self.pages(ReportFixture(authorities: 80, ranked: true)) {
      #expect(page.utf8.count < 200_000, "\(name)")
    }
  }

  @Test func `a long list of counted schools is cut, said to be cut, and complete in its table`() throws {
    var run = ReportFixture(schoolsPerAuthority: 300).run
    run.results.countedSchools = ["primary-below-floor", "primary-coasting"].flatMap { indicator in
      (0..<150).map { school in
        CountedSchool(
          indicator: indicator, year: AcademicYear(ending: 2009), school: school, authority: LocalAuthorityCode(901),
          tests: (1...4).map { "16 of 31 at level 4+ in English and maths (51.6%) is below 55%, test \($0)" })
      }
    }
    let content = try ReportContent(run, ReportOptions(outFolder: "", term: .autumn))
    let page = AuthorityPages.render(content.authorities[0], content).text
    #expect(page.utf8.count < 200_000)
    #expect(page.contains("Not shown here: 90 more schools. All are in <a href=\"../../tables/counted-schools.csv\">"))
    let folder = try TemporaryFolder()
    try CountedSchoolsTable().write(content, to: ReportFolder(path: folder.path))
    #expect(try folder.text("tables/counted-schools.csv").split(separator: "\n").count == 301)
  }

  @Test func `ids are unique in a page and every link within it lands`() throws {
    for (name, page) in try Self.pages() {
      let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
      #expect(ids.count == Set(ids).count, "\(name)")
      let targets = page.matches(of: #/href="#([^"]+)"/#).map { String($0.1) }
      #expect(Set(targets).subtracting(ids).isEmpty, "\(name)")
    }
  }

  @Test func `an authority's page shows the figure, its counts, England and the direction in words`() throws {
    let page = try #require(try Self.pages()["la/901/index.html"])
    for text in [
      "<h1>Anyborough</h1>", "<strong>68.8%</strong><small>2,393 of 3,479</small>", "68.0 to 69.6",
      "significantly worse",
      "<small>worse</small>", ">published</span>", ">estimated</span>",
      "New definition from 2008: five half terms instead of six", "definition changed in 2008", "not comparable",
      "<span class=\"none\">suppressed</span>",
      "3 years: 43.9%, 29 of 66", "12 special schools without results (87 pupils)", "Not explained.",
      "16 of 31 at level 4+ (51.6%) is below 55%", "period: five half terms",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test func `rank and band appear where an authority stands among others, and not elsewhere`() throws {
    #expect(!(try Self.pages()["la/901/index.html"]!.contains("Among LAs")))
    let page = try #require(try Self.pages(ReportFixture(ranked: true))["la/901/index.html"])
    #expect(
      page.contains("<span class=\"band B\">B</span><small>joint 61st of 150</small><small>129 pupils to A</small>"))
  }

  @Test func `headings go down one level at a time`() throws {
    for (name, page) in try Self.pages() {
      let levels = page.matches(of: #/<h([1-6])/#).map { Int($0.1)! }
      #expect(levels.first == 1, "\(name)")
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(name)")
      #expect(levels.count { $0 == 1 } == 1, "\(name)")
    }
  }
}
