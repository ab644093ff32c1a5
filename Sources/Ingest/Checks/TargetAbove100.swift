import SchoolStatistics

extension Check {
  /// A target percentage is above 100.
  static let targetAbove100 = Check(
    id: "target-above-100", title: "Target above 100%",
    description: "A target percentage is above 100.",
    severity: .error,
    template: "target of {value}% is above 100",
    action: "treated as not assessable")
}
