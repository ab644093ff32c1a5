import SchoolStatistics

extension Check {
  /// Groups that share out all pupils add up to another number.
  static let groupTotals = Check(
    id: "group-totals", title: "Groups do not add up",
    description: "Groups that share out all pupils add up to another number.",
    severity: .warning,
    template: "{groups} are {sum} together, and all pupils are {value}",
    action: "kept")
}
