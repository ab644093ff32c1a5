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
