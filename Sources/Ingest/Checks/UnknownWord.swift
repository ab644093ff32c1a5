import SchoolStatistics

extension Check {
  /// A column whose words decide what becomes of a row holds another; named once for each word and file.
  static let unknownWord = Check(
    id: "unknown-word", title: "Word not known",
    description: "A column whose words decide what becomes of a row holds another; named once for each word and file.",
    severity: .warning,
    template: "'{value}' is not {what}; it stands in {rows}; {remedy}",
    action: "row kept, the word not used")
}
