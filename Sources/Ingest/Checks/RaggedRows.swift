import SchoolStatistics

extension Check {
  /// Rows have fewer or more fields than the header.
  static let raggedRows = Check(
    id: "ragged-rows", title: "Rows of another length",
    description: "Rows have fewer or more fields than the header.",
    severity: .note,
    template: "{rows} {than} than the header of {header}; the {extreme} has {fields}",
    action: "{none}")
}
