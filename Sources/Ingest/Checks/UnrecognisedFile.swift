import SchoolStatistics

extension Check {
  /// The header of a file belongs to no layout.
  static let unrecognisedFile = Check(
    id: "unrecognised-file", title: "File not recognised",
    description: "The header of a file belongs to no layout.",
    severity: .error,
    template: "no layout fits the header; the nearest is '{layout}', {lacks}",
    action: "left out")
}
