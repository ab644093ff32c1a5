import SchoolStatistics

extension Check {
  /// A data package cannot be read, or says something about its files that cannot be.
  static let packageMistake = Check(
    id: "package-mistake", title: "Mistake in a data package",
    description: "A data package cannot be read, or says something about its files that cannot be.",
    severity: .warning,
    template: "{what}",
    action: "ignored; files are recognised by their headers")
}
