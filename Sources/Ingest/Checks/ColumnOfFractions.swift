import SchoolStatistics

extension Check {
  /// Percentages of a column are all one or less.
  static let columnOfFractions = Check(
    id: "column-of-fractions", title: "Fractions where percentages are due",
    description: "The percentages of a column are all one or less, so that they are fractions, or of another scale.",
    severity: .error,
    template: "none of {count} percentages of '{column}' is above 1; write percentages, as 87 for 0.87",
    action: "the column is left out")
}

/// The percentages of a column, as they are seen one after another.
private struct Percentages {
  private static let fewest = 5
  private var aboveNone = 0
  private var hasPercentage = false
  private(set) var rows: [Int] = []
  private(set) var first: Figure?

  var areFractions: Bool { !hasPercentage && aboveNone >= Self.fewest }
  var count: Int { rows.count }

  mutating func see(_ figure: Figure, at row: Int) {
    guard let value = figure.value else { return }
    rows.append(row)
    if value > Rational(1) { hasPercentage = true }
    if value > Rational(0) {
      aboveNone += 1
      if first == nil { first = figure }
    }
  }
}

extension CheckedTable {
  /// Columns of percentages none of which is above one.
  func columnsOfFractions() -> [Contradiction] {
    table.columns.indices.compactMap { index in
      let column = table.columns[index]
      guard measures.isUsualPercentage(column.measure.id, column.unit) else { return nil }
      var seen = Percentages()
      for row in 0..<table.count { seen.see(column.figures[row], at: row) }
      guard seen.areFractions, let row = seen.rows.first, let first = seen.first else { return nil }
      return Contradiction(
        column: index, rows: seen.rows,
        finding: finding(
          .columnOfFractions, ["count": "\(seen.count)"], row: row, column: column.header, value: first))
    }
  }
}

extension FileResult {
  /// The same for published figures of areas.
  func publishedColumnsOfFractions(_ measures: MeasureList) -> [Contradiction] {
    struct Column: Hashable {
      let table: Int16
      let column: Int16
      let measure: Measure
    }
    var columns: [Column: Percentages] = [:]
    for (index, area) in state.areas.enumerated()
    where isShare(area, measures) && measures.isUsualPercentage(area.measure.id, .percent(of: nil, decimals: 0)) {
      columns[Column(table: area.table, column: area.column, measure: area.measure), default: Percentages()]
        .see(area.value, at: index)
    }
    return columns.values.filter(\.areFractions).sorted { $0.rows[0] < $1.rows[0] }.map { seen in
      let area = state.areas[seen.rows[0]]
      return Contradiction(
        column: Int(area.column), rows: seen.rows,
        finding: Check.columnOfFractions.finding(
          ["count": "\(seen.count)"], file: plan.path, line: Int(area.line),
          column: area.slots.value < 0 ? "" : plan.name(Int(area.slots.value)), value: seen.first?.text ?? ""))
    }
  }
}
