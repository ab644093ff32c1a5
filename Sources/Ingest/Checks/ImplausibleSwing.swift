import SchoolStatistics

extension Check {
  /// A school's cohort or result changes more from one year to the next than is plausible.
  static let implausibleSwing = Check(
    id: "implausible-swing", title: "Implausible change",
    description: "A school's cohort or result changes more from one year to the next than is plausible.",
    severity: .note,
    template: "{what}",
    action: "kept")
}
