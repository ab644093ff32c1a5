import SchoolStatistics

extension Check {
  /// A cell holds something else than its column is for.
  static let unreadableValue = Check(
    id: "unreadable-value", title: "Value cannot be read",
    description: "A cell holds something else than its column is for.",
    severity: .error,
    template: "'{value}' is not {expected}",
    action: "treated as missing")
}
