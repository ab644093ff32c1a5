import SchoolStatistics

extension Check {
  /// A target is marked exceptional, and the reason or who decided is missing.
  static let exemptionWithoutReason = Check(
    id: "exemption-without-reason", title: "Exemption without reason or decider",
    description: "A target is marked exceptional, and the reason or who decided is missing.",
    severity: .warning,
    template: "exceptional target without {lacking}",
    action: "kept, exemption not counted")
}

extension CheckedTable {
  /// Targets marked exceptional without a reason or without who decided.
  func exemptionsWithoutReason() -> [Finding] {
    guard table.name == "targets", table.texts["exceptional"] != nil else { return [] }
    return (0..<table.count).compactMap { row in
      guard TargetPlausibility.yes.contains(table.text("exceptional", row).lowercased()) else { return nil }
      var lacking: [String] = []
      if table.text("exceptional_reason", row).isEmpty { lacking.append("a reason") }
      if table.text("decided_by", row).isEmpty { lacking.append("who decided") }
      guard !lacking.isEmpty else { return nil }
      return Check.exemptionWithoutReason.finding(
        ["lacking": lacking.joined(separator: " and ")], file: path, line: Int(table.lines[row]), column: "exceptional",
        value: table.text("exceptional", row))
    }
  }
}
