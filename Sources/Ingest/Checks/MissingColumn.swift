import SchoolStatistics

extension Check {
  /// A file lacks a column that its layout has.
  static let missingColumn = Check(
    id: "missing-column", title: "Column missing",
    description: "A file lacks a column that its layout has.",
    severity: .warning,
    template: "no column '{column}', which layout '{layout}' expects; {what} is not supplied",
    action: "treated as not supplied")
}
