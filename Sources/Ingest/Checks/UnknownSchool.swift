import SchoolStatistics

extension Check {
  /// A row is about a school that is not in the register and has no successor there.
  static let unknownSchool = Check(
    id: "unknown-school", title: "School not in the register",
    description: "A row is about a school that is not in the register and has no successor there.",
    severity: .warning,
    template: "{what}",
    action: "kept, as a school known from its results")
}
