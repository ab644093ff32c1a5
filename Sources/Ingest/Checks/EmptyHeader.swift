import SchoolStatistics

extension Check {
  /// A header leaves a column without a name.
  static let emptyHeader = Check(
    id: "empty-header", title: "Column without a name",
    description: "A header leaves a column without a name.",
    severity: .note,
    template: "{columns} no name",
    action: "ignored")
}
