import SchoolStatistics

extension Check {
  /// Percentages of a column are all one or less.
  static let columnOfFractions = Check(
    id: "column-of-fractions", title: "Fractions where percentages are due",
    description: "The percentages of a column are all one or less, so that they are fractions, or of another scale.",
    severity: .error,
    template: "none of {count} percentages of '{column}'{year} is above 1; write percentages, as 87 for 0.87",
    action: "the column is left out")
}

/// The percentages of a column, as they are seen one after another.
private struct Percentages {
  private static let fewest = 2
  private var aboveNone = 0
  private var hasPercentage = false
  private(set) var rows: [Int] = []
  private(set) var first: Figure?

  var areFractions: Bool { !hasPercentage && aboveNone >= Self.fewest }

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
    table.columns.indices.flatMap { index -> [Contradiction] in
      let column = table.columns[index]
      guard measures.isUsualPercentage(column.measure.id, column.unit) else { return [] }
      // Of each variant by itself, as targets for attainment stand in one column with targets for absence; and of each
      // year, as history columns are read into the same column.
      var parts: [Int: Percentages] = [:]
      for row in 0..<table.count {
        let part = table.variants.textIndex(row) << 16 | Int(table.years[row])
        parts[part, default: Percentages()].see(column.figures[row], at: row)
      }
      let seen = parts.values.filter(\.areFractions).sorted { $0.rows[0] < $1.rows[0] }
      let rows = seen.flatMap(\.rows)
      let years = Set(rows.map { table.years[$0] })
      let year = years.count == 1 ? years.first.map { " of \($0)" } ?? "" : ""
      guard let row = seen.first?.rows.first, let first = seen.first?.first else { return [] }
      return [
        Contradiction(
          column: index, rows: rows,
          finding: finding(
            .columnOfFractions, ["count": "\(rows.count)", "year": year], row: row, column: column.header, value: first)
        )
      ]
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
          ["count": "\(seen.rows.count)", "year": " of \(area.year)"], file: plan.path, line: Int(area.line),
          column: area.slots.value < 0 ? "" : plan.name(Int(area.slots.value)), value: seen.first?.text ?? ""))
    }
  }
}
