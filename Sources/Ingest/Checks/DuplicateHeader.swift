import SchoolStatistics

extension Check {
  /// A header names a column more than once.
  static let duplicateHeader = Check(
    id: "duplicate-header", title: "Column named twice",
    description: "A header names a column more than once.",
    severity: .note,
    template: "{count} columns are named '{column}'; the first is read",
    action: "first column read")
}
