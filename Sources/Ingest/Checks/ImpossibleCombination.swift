import SchoolStatistics

extension Check {
  /// Two figures of a row contradict each other (rulebook section 12).
  static let impossibleCombination = Check(
    id: "impossible-combination", title: "Figures that cannot both be true",
    description: "Two figures of a row contradict each other (rulebook section 12).",
    severity: .error,
    template: "{value} {relation} {other} of '{measure}'",
    action: "kept")
}
