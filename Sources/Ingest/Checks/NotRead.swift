import SchoolStatistics

extension Check {
  /// A file or folder among the data is passed over, which may not be meant.
  static let notRead = Check(
    id: "not-read", title: "Passed over",
    description:
      "A file or folder among the data is passed over: reached twice, hidden, or written by the tool itself.",
    severity: .note,
    template: "{what}",
    action: "left out")
}
