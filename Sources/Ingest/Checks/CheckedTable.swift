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

/// Figures that cannot be believed.
struct Contradiction {
  /// The column whose figures are left out; nil where they are kept.
  let column: Int?
  let rows: [Int]
  let finding: Finding
}

extension DataTable {
  /// Takes out what cannot be believed, so that nothing is worked out from it. Rows of targets have checks of their own,
  /// and the analysis of targets says which it cannot judge.
  mutating func removeContradictions(path: String, measures: MeasureList) -> [Finding] {
    let checked = CheckedTable(table: self, path: path, measures: measures)
    var found = checked.columnsOfFractions() + checked.offScale()
    if name != "targets" { found += checked.numeratorsAboveDenominators() + checked.percentagesOutOfRange() }
    for contradiction in found {
      guard let column = contradiction.column else { continue }
      for row in contradiction.rows { columns[column].figures.remove(at: row, for: .contradicted) }
    }
    return found.map(\.finding)
  }
}

extension FileResult {
  /// The same for published figures of areas.
  mutating func removeContradictions(_ measures: MeasureList) -> [Finding] {
    let found =
      publishedColumnsOfFractions(measures) + publishedPercentagesOutOfRange(measures)
      + publishedNumeratorsAboveDenominators(measures) + publishedAgainstCounts(measures)
    for contradiction in found where contradiction.column != nil {
      for index in contradiction.rows {
        state.areas[index].value = .missing(.contradicted)
        state.areas[index].numerator = .missing(.contradicted)
        state.areas[index].denominator = .missing(.contradicted)
      }
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
