import SchoolStatistics
import TestSupport
import Testing

@testable import Report

@Suite struct QualityPageTests {
  private func finding(_ line: Int, _ message: String = "unreadable", file: String = "a.csv") -> Finding {
    Finding(
      rule: "unreadable-value", severity: .error, file: file, line: line, column: "n", value: "x", message: message,
      action: "treated as missing")
  }

  private func page(_ findings: [Finding]) throws -> String {
    let content = try ReportContent(ReportFixture(findings: findings).run, ReportOptions(outFolder: "", term: .autumn))
    return QualityPage.render(content).text
  }

  @Test func `findings that say the same are one row with their lines`() {
    let groups = FindingGroup.groups([2, 3, 4, 9, 12, 13].map { finding($0) } + [finding(7, "another")])
    #expect(groups.map(\.count) == [6, 1])
    #expect(groups[0].lineText(limit: 10) == "2 to 4, 9, 12 to 13")
    #expect(groups[0].lineText(limit: 2) == "2 to 4, 9 and 2 more lines")
  }

  @Test
  func `however many findings there are, the counts are complete, the page stays a page and says what it leaves out`()
    throws
  {
    let findings = (1...20_000).map {
      finding($0, "line \($0) is wrong in its own way", file: $0 % 2 == 0 ? "a.csv" : "b.csv")
    }
    let page = try page(findings)
    #expect(page.utf8.count < 200_000)
    #expect(page.contains("20,000 findings") && page.contains("10,000 findings"))
    #expect(
      page.contains(
        "Not shown here: 9,800 more findings in this file. All are in <a href=\"quality.csv\">quality.csv</a>."))
  }

  @Test func `the worst rules come first`() {
    let rules = FindingGroup.rules([
      Finding(rule: "b", severity: .warning, message: "", action: ""),
      Finding(rule: "b", severity: .warning, message: "", action: ""),
      Finding(rule: "c", severity: .error, message: "", action: ""),
      Finding(rule: "a", severity: .warning, message: "", action: ""),
    ])
    #expect(rules.map(\.rule) == ["c", "b", "a"])
    #expect(rules.map(\.count) == [1, 2, 1])
  }

  @Test func `what is about the whole folder is not said to be about a whole file`() throws {
    let page = try page([
      Finding(rule: "no-results", severity: .warning, message: "no results", action: "none"),
      Finding(rule: "no-results", severity: .warning, file: "b.csv", message: "no rows", action: "none"),
    ])
    #expect(page.contains("<th scope=\"row\">whole folder</th>") && page.contains("<th scope=\"row\">whole file</th>"))
  }

  @Test func `nothing wrong is said to be nothing wrong`() throws {
    #expect(try page([]).contains("Nothing was found wrong."))
  }
}
