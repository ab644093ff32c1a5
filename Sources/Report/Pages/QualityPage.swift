import HTML
import SchoolStatistics

/// `quality.html`: every finding, by rule and file, with counts that are complete however many there are.
///
/// Findings that say the same are one row with their line numbers. Where a page would grow past what can be read, the
/// rest is counted and left to `quality.csv`, and the page says so.
struct QualityPage: ReportOutput {
  let format = ReportFormat.html

  /// Rows that the page holds in all, so that it stays a page.
  static let rowsOfPage = 400
  static let rangesOfRow = 24

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    try folder.write(Self.render(content).bytes, to: "quality.html")
  }

  static func render(_ content: ReportContent) -> HTML {
    let findings = content.findings
    let rules = FindingGroup.rules(findings)
    let byRule = Dictionary(grouping: findings, by: \.rule)
    let rowsOfPlace = max(1, rowsOfPage / max(1, rules.reduce(0) { $0 + $1.files }))
    let counts = Dictionary(findings.map { ($0.severity, 1) }, uniquingKeysWith: +)
    let found = Severity.allCases.reversed().map { FigureText.count(counts[$0] ?? 0, $0.rawValue) }
    return Page(
      title: "Data quality", heading: "Data quality",
      subtitle: found.joined(separator: " · ") + " in \(FigureText.count(content.data.sources.count, "file"))", root: ""
    ).render(content) {
      if findings.isEmpty {
        "<p>Nothing was found wrong.</p>"
      } else {
        summary(rules.prefix(rowsOfPage), hasTable: content.options.formats.contains(.csv))
        for rule in rules.prefix(rowsOfPage) { section(rule, byRule[rule.rule] ?? [], rowsOfPlace) }
      }
    }
  }

  private static func summary(_ rules: some Sequence<RuleCount>, hasTable: Bool) -> HTML {
    HTML {
      "<section aria-labelledby=\"rules\">"
      "<h2 id=\"rules\">By rule</h2>"
      if hasTable { "<p>Every finding, one a line, is in <a href=\"quality.csv\">quality.csv</a>.</p>" }
      PageTable(
        look: "list narrow", caption: "Findings by rule, the worst first",
        heads: ["Rule", "Severity", "Findings", "Files"]
      ).table {
        for rule in rules {
          "<tr><th scope=\"row\"><a href=\"#\(rule.rule)\">\(rule.rule)</a></th><td>\(rule.severity.rawValue)</td><td>\(FigureText.count(rule.count))</td><td>\(FigureText.count(rule.files))</td></tr>"
        }
      }
      "</section>"
    }
  }

  private static func section(_ rule: RuleCount, _ findings: [Finding], _ rowsOfPlace: Int) -> HTML {
    let byFile = Dictionary(grouping: findings, by: \.file).sorted { $0.key < $1.key }
    return HTML {
      """
      <section class="rule" aria-labelledby="\(rule.rule)">
      <h2 id="\(rule.rule)">\(rule.rule) <span class="soft">\(rule.severity.rawValue), \(FigureText.count(rule.count, "finding"))</span></h2>
      """
      for (name, findings) in byFile.prefix(rowsOfPage) { file(name, findings, rule.rule, rowsOfPlace) }
      if byFile.count > rowsOfPage { left(FigureText.count(byFile.count - rowsOfPage, "more file")) }
      "</section>"
    }
  }

  private static func file(_ name: String, _ findings: [Finding], _ rule: String, _ limit: Int) -> HTML {
    let groups = FindingGroup.groups(findings)
    let name = name.isEmpty ? "The whole folder" : name
    let more = groups.dropFirst(limit).reduce(0) { $0 + $1.count }
    return HTML {
      PageTable(
        label: "\(rule) in \(name)", look: "list findings",
        caption: "\(name) <span class=\"soft\">\(FigureText.count(findings.count, "finding"))</span>",
        heads: ["Lines", "Column", "Value", .words("What was found, and what was done")]
      ).html {
        for group in groups.prefix(limit) { row(group) }
      }
      if more > 0 { left("\(FigureText.count(more, "more finding")) in this file") }
    }
  }

  private static func left(_ what: String) -> HTML {
    "<p class=\"left\">Not shown here: \(what). All are in <a href=\"quality.csv\">quality.csv</a>.</p>"
  }

  private static func row(_ group: FindingGroup) -> HTML {
    let lines =
      group.lines.isEmpty
      ? (group.first.file.isEmpty ? "whole folder" : "whole file") : group.lineText(limit: rangesOfRow)
    let count = group.count > 1 ? FigureText.count(group.count, "finding") : nil
    let value: HTML = group.first.value.isEmpty ? HTML() : "<code>\(String(group.first.value.prefix(200)))</code>"
    return
      "<tr><th scope=\"row\">\(lines)\(HTML.small(count))</th><td>\(group.first.column)</td><td>\(value)</td><td class=\"words\">\(group.first.message)<span class=\"line soft\">\(group.first.action)</span></td></tr>"
  }
}
