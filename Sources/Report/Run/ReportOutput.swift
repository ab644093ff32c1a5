/// One output of a report. Adding one is a new file and a line in `reportOutputs`.
protocol ReportOutput: Sendable {
  /// Written only where this format is asked for.
  var format: ReportFormat { get }
  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError)
}
