import SchoolStatistics

extension Check {
  /// A row below the first repeats the header: files were joined as they are.
  static let repeatedHeader = Check(
    id: "repeated-header", title: "Header repeated",
    description: "A row below the first repeats the header: files were joined as they are.",
    severity: .note,
    template: "the row repeats the header{more}",
    action: "passed over")
}
