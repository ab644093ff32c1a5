import SchoolStatistics

extension Check {
  /// A file of pupils has a column that looks like a name, a pupil number or a date of birth, or lacks a key without meaning.
  static let personalColumn = Check(
    id: "personal-column", title: "Personal column",
    description:
      "A file of pupils has a column that looks like a name, a pupil number or a date of birth, or lacks a key without meaning.",
    severity: .note,
    template: "{what}",
    action: "not read")
}
