import SchoolStatistics

extension Check {
  /// A file is empty, is not text, may not be read or has no end of a record.
  static let unreadableFile = Check(
    id: "unreadable-file", title: "File cannot be read",
    description: "A file is empty, is not text, may not be read or has no end of a record.",
    severity: .error,
    template: "{reason}",
    action: "left out")
}
