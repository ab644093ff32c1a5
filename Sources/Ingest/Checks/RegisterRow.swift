import SchoolStatistics

extension Check {
  /// A row of a register cannot be used, says what another row of it says, or says something else about the same.
  static let registerRow = Check(
    id: "register-row", title: "Row of a register not used as it stands",
    description:
      "A row of a register cannot be used, says what another row of it says, or says something else about the same.",
    severity: .warning,
    template: "{what}",
    action: "left out")
}
