import SchoolStatistics

extension Check {
  /// A percentage is negative or above 100.
  static let percentageOutOfRange = Check(
    id: "percentage-out-of-range", title: "Percentage outside 0 to 100",
    description: "A percentage is negative or above 100.",
    severity: .warning,
    template: "{value}% is not between 0 and 100",
    action: "kept")
}
