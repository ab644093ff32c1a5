import Indicators
import SchoolStatistics

/// The findings as JSON: how many of each severity, then every one with the fields of `quality.csv`.
public func findingsInJSON(_ findings: [Finding]) -> String {
  let rows = findings.sorted().map { finding -> JSON in
    [
      "file": .text(finding.file), "line": finding.line.map { .number($0) } ?? .null, "column": .text(finding.column),
      "value": .text(finding.value), "rule": .text(finding.rule), "severity": .text(finding.severity.rawValue),
      "message": .text(finding.message), "action": .text(finding.action),
    ]
  }
  let counts = Severity.allCases.reversed().map { severity in
    (severity.rawValue + "s", JSON.number(findings.count { $0.severity == severity }))
  }
  return JSON.object(counts + [("findings", .list(rows))]).document
}

/// Writes the quality report alone, `Reports/check/quality.csv` and `.html`, and returns its folder.
///
/// - Throws: an error that names the file; an earlier quality report is then as it was.
public func writeQualityReport(
  _ data: SchoolData, _ findings: [Finding], to outFolder: String, inputs: [String] = [],
  notice: (String) -> Void = { _ in }
) throws(ReportError) -> String {
  let year = data.sources.flatMap(\.years).max() ?? AcademicYear(ending: 0)
  let results = IndicatorResults(
    years: [], headlineYear: year, indicators: [], areas: [], values: [],
    schools: SchoolResults(schools: []) { _ in [] })
  var options = ReportOptions(outFolder: outFolder, term: .autumn)
  options.kind = .check
  let content = try ReportContent(Run(data: data, results: results, findings: findings), options)
  let placement = Placement(outFolder: outFolder, name: "check", kind: .check, inputs: inputs)
  return try StagedFolder.write(placement, notice: notice) { (folder) throws(ReportError) in
    try QualityTable().write(content, to: folder)
    try QualityPage().write(content, to: folder)
    return placement.path
  }
}
