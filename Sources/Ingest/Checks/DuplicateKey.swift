import SchoolStatistics

extension Check {
  /// Two rows are about the same school, year and group.
  static let duplicateKey = Check(
    id: "duplicate-key", title: "Row given twice",
    description: "Two rows are about the same school, year and group.",
    severity: .warning,
    template: "{what}",
    action: "counted once")
}
