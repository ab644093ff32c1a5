import SchoolStatistics

/// `quality.csv`: every finding, in the order of file and line, however many there are.
struct QualityTable: ReportOutput {
  let format = ReportFormat.csv

  static let columns = ["file", "line", "column", "value", "rule", "severity", "message", "action"]

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    var rows = CSVBytes()
    for column in Self.columns { rows.text(column) }
    rows.endRow()
    for finding in content.findings {
      rows.text(finding.file)
      if let line = finding.line { rows.integer(line) } else { rows.empty() }
      rows.text(finding.column)
      rows.text(finding.value)
      rows.text(finding.rule)
      rows.text(finding.severity.rawValue)
      rows.text(finding.message)
      rows.text(finding.action)
      rows.endRow()
    }
    try folder.write(rows.bytes, to: "quality.csv")
  }
}
