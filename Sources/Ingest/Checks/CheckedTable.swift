import SchoolStatistics

/// A table with what checks need to speak about it.
struct CheckedTable: Sendable {
  let table: DataTable
  let path: String
  let measures: MeasureList

  /// A finding about a row.
  func finding(
    _ check: Check, _ words: [String: String], row: Int, column: String, value: Figure, action: String? = nil
  ) -> Finding {
    check.finding(
      words, file: path, line: Int(table.lines[row]), column: column, value: value.text, action: action)
  }

  /// The header of a measure's column.
  func header(_ measure: Measure) -> String { table.column(measure)?.header ?? "" }
}

extension Figure {
  /// The figure in digits, or its reason in words.
  var text: String {
    switch self {
    case .value(let value):
      var text = value.text(decimals: 6)
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
      return text
    case .missing(let reason): return reason.title
    }
  }
}
