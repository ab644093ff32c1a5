import SchoolStatistics

extension Check {
  /// The estimate for the top quartile is below the one for the average.
  static let estimateDBelowB = Check(
    id: "estimate-d-below-b", title: "Estimate D below estimate B",
    description: "The estimate for the top quartile is below the one for the average.",
    severity: .warning,
    template: "estimate D of {value} is below estimate B of {other}",
    action: "kept")
}
