import SchoolStatistics

extension Check {
  /// A file repeats results of earlier years that another file gives for the year itself.
  static let historySuperseded = Check(
    id: "history-superseded", title: "Earlier years taken from their own files",
    description: "A file repeats results of earlier years that another file gives for the year itself.",
    severity: .note,
    template: "{count} of earlier years also stand in files of their own year",
    action: "left out")
}
