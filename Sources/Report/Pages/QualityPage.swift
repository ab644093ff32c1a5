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
    try folder.write(Self.render(content).text, to: "quality.html")
  }

  static func render(_ content: ReportContent) -> Markup {
    let findings = content.findings
    let rules = FindingGroup.rules(findings)
    let byRule = Dictionary(grouping: findings, by: \.rule)
    let places = rules.reduce(0) { $0 + $1.files }
    let rowsOfPlace = max(1, rowsOfPage / max(1, places))
    let counts = Dictionary(findings.map { ($0.severity, 1) }, uniquingKeysWith: +)
    return Page(
      title: "Data quality", heading: "Data quality",
      subtitle: Severity.allCases.reversed().map { FigureText.count(counts[$0] ?? 0, $0.rawValue) }.joined(
        separator: " · ")
        + " in \(FigureText.count(content.data.sources.count, "file"))",
      root: "", template: "quality",
      body: [
        "none": .flag(findings.isEmpty),
        "csv": .flag(content.options.formats.contains(.csv)),
        "rules": .list(rules.prefix(rowsOfPage).map { rule($0, byRule[$0.rule] ?? [], rowsOfPlace) }),
      ]
    ).render(content)
  }

  private static func rule(_ rule: RuleCount, _ findings: [Finding], _ rowsOfPlace: Int) -> PageValue {
    let byFile = Dictionary(grouping: findings, by: \.file).sorted { $0.key < $1.key }
    return [
      "rule": .text(rule.rule), "severity": .text(rule.severity.rawValue),
      "total": .text(FigureText.count(rule.count, "finding")),
      "totalNumber": .count(rule.count), "fileCount": .count(rule.files),
      "files": .list(byFile.prefix(rowsOfPage).map { file($0.key, $0.value, rowsOfPlace) }),
      "filesLeft": .optional(
        byFile.count > rowsOfPage ? FigureText.count(byFile.count - rowsOfPage, "more file") : nil),
    ]
  }

  private static func file(_ name: String, _ findings: [Finding], _ limit: Int) -> PageValue {
    let groups = FindingGroup.groups(findings)
    let shown = groups.prefix(limit)
    let left = groups.dropFirst(limit).reduce(0) { $0 + $1.count }
    return [
      "name": .text(name.isEmpty ? "The whole folder" : name),
      "count": .text(FigureText.count(findings.count, "finding")),
      "rows": .list(shown.map(row)),
      "left": .optional(left > 0 ? FigureText.count(left, "more finding") : nil),
    ]
  }

  private static func row(_ group: FindingGroup) -> PageValue {
    [
      "lines": .text(
        group.lines.isEmpty
          ? (group.first.file.isEmpty ? "whole folder" : "whole file") : group.lineText(limit: rangesOfRow)),
      "column": .text(group.first.column), "value": .text(String(group.first.value.prefix(200))),
      "count": .text(group.count > 1 ? FigureText.count(group.count, "finding") : ""),
      "message": .text(group.first.message), "action": .text(group.first.action),
    ]
  }
}
