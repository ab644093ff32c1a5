import SchoolStatistics

extension Check {
  /// The year of a file was taken from its name, its folder or the option --year.
  static let assumedYear = Check(
    id: "assumed-year", title: "Year assumed",
    description: "The year of a file was taken from its name, its folder or the option --year.",
    severity: .note,
    template: "the file does not say its year; {year} is taken from {source}",
    action: "kept")
}
