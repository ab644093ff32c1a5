import SchoolStatistics

/// `quality.csv`: every finding, in the order of file and line, however many there are.
struct QualityTable: ReportOutput {
  let format = ReportFormat.csv

  static let rows = ColumnTable<Finding>(
    name: "quality", title: "What was found in the inputs",
    description: "One row per finding, with the place where it stands and what was done about it.",
    path: "quality.csv", key: [],
    columns: [
      .text("file", "File", [], "Empty where the finding is about the whole folder.", \.file),
      .integer("line", "Line", [TableField.atLeast(1)], "Empty where the finding is about the whole file.", \.line),
      .text("column", "Column", [], "", \.column),
      .text("value", "Value", [], "As it stands in the file.", \.value),
      .text("rule", "Rule", [TableField.required], "", \.rule),
      .text(
        "severity", "Severity", [TableField.required, TableField.oneOf(Severity.allCases.map(\.rawValue))], "",
        \.severity.rawValue),
      .text("message", "What was found", [], "", \.message),
      .text("action", "What was done", [], "", \.action),
    ])

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    try folder.write(Self.rows.bytes(content.findings), to: Self.rows.description.path)
  }
}
