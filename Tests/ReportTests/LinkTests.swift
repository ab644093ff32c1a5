import Foundation
import Indicators
import SchoolStatistics
import TestSupport
import Testing

@testable import Report

/// From the front page to every file of a report.
@Suite struct LinkTests {
  /// What a page links to, as paths inside the report.
  private static func links(_ page: String, of name: String) -> [String] {
    page.matches(of: #/ href="([^"#]+)(?:#[^"]*)?"/#).map { match in
      let folder = name.split(separator: "/").dropLast()
      var parts = Array(folder)
      for part in match.1.split(separator: "/") { if part == ".." { parts.removeLast() } else { parts.append(part) } }
      return parts.joined(separator: "/")
    }
  }

  @Test(arguments: [ReportKind.report, .comparison], [false, true])
  func `every file of a run is reached from its front page, and every link leads to a file`(
    kind: ReportKind, ranked: Bool
  ) throws {
    let folder = try TemporaryFolder()
    var options = ReportOptions(outFolder: folder.path, term: .autumn)
    options.kind = kind
    let summary = try writeReport(ReportFixture(authorities: 3, ranked: ranked).run, options)
    let files = (FileManager.default.enumerator(atPath: summary.folder)?.allObjects as? [String] ?? []).filter {
      !FileManager.default.fileExists(atPath: summary.folder + "/" + $0 + "/.") && !$0.hasPrefix(".")
    }
    var reached: Set = ["index.html"]
    var next = ["index.html"]
    while let name = next.popLast() {
      guard name.hasSuffix(".html") else { continue }
      let page = try String(contentsOfFile: summary.folder + "/" + name, encoding: .utf8)
      for link in Self.links(page, of: name) where reached.insert(link).inserted {
        #expect(files.contains(link), "\(name) links to \(link)")
        next.append(link)
      }
    }
    #expect(Set(files).subtracting(reached).isEmpty)
  }

  @Test func `a link to a place in a page leads to that place`() throws {
    let folder = try TemporaryFolder()
    let summary = try writeReport(
      ReportFixture(authorities: 3, ranked: true).run, ReportOptions(outFolder: folder.path, term: .autumn))
    let method = try String(contentsOfFile: summary.folder + "/method.html", encoding: .utf8)
    let page = try String(contentsOfFile: summary.folder + "/la/901/index.html", encoding: .utf8)
    let places = page.matches(of: #/method.html#([^"]+)"/#).map { String($0.1) }
    #expect(!places.isEmpty)
    for place in places { #expect(method.contains("id=\"\(place)\""), "\(place)") }
  }

  @Test func `an authority leads to those before and after it`() throws {
    let content = try ReportContent(
      ReportFixture(authorities: 3, ranked: true).run, ReportOptions(outFolder: "", term: .autumn))
    let area = try #require(content.authorities.first { $0.name == "Authority 2" })
    let page = AuthorityPages.render(area, content).text
    #expect(page.contains("← <a href=\"../901/index.html\">Anyborough</a>"))
    #expect(page.contains("<a href=\"../902/index.html\">Kingston-upon-Thing &amp; St. John&#39;s &lt;b&gt;</a> →"))
  }

  @Test func `no page cites a section of the project's own rulebook or the id of an assumption`() throws {
    #expect(SourceText.shown("NI 73; standards 2009; rulebook §3.2 P2, §4.1") == "NI 73; standards 2009")
    #expect(
      SourceText.shown("reported apart (rulebook §3.2 P2); one child always is")
        == "reported apart; one child always is")
    #expect(SourceText.shown("releases; rulebook §4.4 (floor of 2013 to 2015)") == "releases")
    let content = try ReportContent(ReportFixture().run, ReportOptions(outFolder: "", term: .autumn))
    let page = MethodPage.render(content).text
    #expect(page.contains("no source says how a fifth that is not whole is cut"))
    #expect(!page.contains("§") && !page.contains("eyfsp-gap.cut"))
  }
}

@Suite struct SchoolPagesTests {
  @Test func `a school that differs from England by more than chance is marked by sign and shade`() throws {
    let content = try ReportContent(
      ReportFixture(ranked: true).run, ReportOptions(outFolder: "", term: .autumn))
    let page = SchoolPages.render(content.authorities[0], content).text
    #expect(page.contains("Alder Lane Primary School 0"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
    #expect(page.contains("<tr class=\"england\"><th scope=\"row\">England</th>"))
  }
}
