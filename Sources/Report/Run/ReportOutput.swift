/// One output of a report. Adding one is a new file and a line in `reportOutputs`.
protocol ReportOutput: Sendable {
  /// Written only where this format is asked for.
  var format: ReportFormat { get }
  /// The table that it writes; nil for what every report has.
  var table: Table? { get }
  /// True where it writes a file for each authority, which takes its time.
  var isPerAuthority: Bool { get }
  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError)
}

extension ReportOutput {
  var table: Table? { nil }
  var isPerAuthority: Bool { false }

  func isWanted(_ options: ReportOptions) -> Bool {
    options.formats.contains(format) && (table.map(options.tables.contains) ?? true)
  }
}
