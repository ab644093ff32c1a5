import SchoolStatistics

extension Check {
  /// A school has targets and no results, or results and no targets where others of its authority have them.
  static let targetsWithoutResults = Check(
    id: "targets-without-results", title: "Targets without results, or results without targets",
    description: "A school has targets and no results, or results and no targets where others of its authority have them.",
    severity: .note,
    template: "{what}",
    action: "kept; assessed as far as possible")
}
