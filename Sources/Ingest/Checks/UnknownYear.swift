import SchoolStatistics

extension Check {
  /// Results are of a year that no rulebook covers, or of no year.
  static let unknownYear = Check(
    id: "unknown-year", title: "Year without rules",
    description: "Results are of a year that no rulebook covers, or of no year.",
    severity: .error,
    template: "{what}",
    action: "kept")
}
