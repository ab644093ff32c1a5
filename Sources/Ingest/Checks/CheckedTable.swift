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

/// A figure that its own row contradicts.
struct Contradiction {
  /// The column whose figure is left out; nil where it is kept.
  let column: Int?
  let row: Int
  let finding: Finding
}

extension DataTable {
  /// Takes out what contradicts its own row, so that nothing is worked out from it. Targets have checks of their own,
  /// and the analysis of targets says which it cannot judge.
  mutating func removeContradictions(path: String, measures: MeasureList) -> [Finding] {
    guard name != "targets" else { return [] }
    let checked = CheckedTable(table: self, path: path, measures: measures)
    let found = checked.numeratorsAboveDenominators() + checked.percentagesOutOfRange()
    for contradiction in found {
      guard let column = contradiction.column else { continue }
      columns[column].figures.remove(at: contradiction.row, for: .contradicted)
    }
    return found.map(\.finding)
  }
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
