import SchoolStatistics

extension Check {
  /// A target does not say which year it is for.
  static let targetWithoutYear = Check(
    id: "target-without-year", title: "Target without a year",
    description: "A target does not say which year it is for.",
    severity: .error,
    template: "target has no year",
    action: "left out")
}
