import SchoolStatistics

extension Check {
  /// A percentage is negative or above 100.
  static let percentageOutOfRange = Check(
    id: "percentage-out-of-range", title: "Percentage outside 0 to 100",
    description: "A percentage is negative or above 100.",
    severity: .warning,
    template: "{value}% is not between 0 and 100",
    action: "kept")
}

extension CheckedTable {
  /// Percentages below 0 or above 100. One of a part of a whole is not believed.
  func percentagesOutOfRange() -> [Contradiction] {
    var found: [Contradiction] = []
    for (index, column) in table.columns.enumerated() {
      guard case .percent = column.unit else { continue }
      let isShare = measures.whole(of: column.measure.id) != nil
      for row in 0..<table.count {
        guard let value = column.figures[row].value, value < Rational(0) || value > Rational(100) else { continue }
        let finding = finding(
          .percentageOutOfRange, [:], row: row, column: column.header, value: .value(value),
          action: isShare ? "left out" : nil)
        found.append(Contradiction(column: isShare ? index : nil, rows: [row], finding: finding))
      }
    }
    return found
  }
}

extension FileResult {
  /// Whether a figure is a percentage of a whole, by its column or as a long file's figures of its measure are.
  func isShare(_ area: AreaFigure, _ measures: MeasureList) -> Bool {
    measures[area.measure.id]?.events != true
      && (area.isPercentage || plan.tables[Int(area.table)].long != nil && measures.whole(of: area.measure.id) != nil)
  }

  /// Published percentages of areas below 0 or above 100. A long file's are those of measures that are parts of others.
  func publishedPercentagesOutOfRange(_ measures: MeasureList) -> [Contradiction] {
    state.areas.indices.compactMap { index in
      let area = state.areas[index]
      guard let value = area.value.value, value < Rational(0) || value > Rational(100) else { return nil }
      guard isShare(area, measures) else { return nil }
      let finding = Check.percentageOutOfRange.finding(
        file: plan.path, line: Int(area.line), column: area.slots.value < 0 ? "" : plan.name(Int(area.slots.value)),
        value: area.value.text, action: "left out")
      return Contradiction(column: Int(area.column), rows: [index], finding: finding)
    }
  }
}
