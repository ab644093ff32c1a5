import SchoolStatistics

extension Check {
  /// A file of a data folder looks like data and is of a kind that is not read.
  static let notCSV = Check(
    id: "not-csv", title: "Not a CSV file",
    description: "A file of a data folder looks like data and is of a kind that is not read.",
    severity: .note,
    template: "'{name}' is not a CSV file; save it as CSV to have it read",
    action: "left out")
}
