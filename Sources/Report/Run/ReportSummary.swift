import SchoolStatistics

/// What was written, for the closing lines of a command.
public struct ReportSummary: Sendable {
  /// The finished report, `Reports/2009-autumn`.
  public var folder: String
  /// The page to begin at, from there; nil where no page was written.
  public var start: String?
  public var files: Int
  public var bytes: Int
  public var authorities: Int
  public var findings: [Severity: Int]
}
