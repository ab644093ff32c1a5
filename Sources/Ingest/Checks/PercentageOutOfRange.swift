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
  /// Percentages below 0 or above 100.
  func percentagesOutOfRange() -> [Finding] {
    var findings: [Finding] = []
    for column in table.columns {
      guard case .percent = column.unit else { continue }
      for row in 0..<table.count {
        guard let value = column.figures[row].value, value < Rational(0) || value > Rational(100) else { continue }
        findings.append(finding(.percentageOutOfRange, [:], row: row, column: column.header, value: .value(value)))
      }
    }
    return findings
  }
}

extension FileResult {
  /// Published percentages of areas below 0 or above 100. A long file's are those of measures that are parts of others.
  func publishedPercentagesOutOfRange(_ measures: MeasureList) -> [Finding] {
    state.areas.compactMap { area in
      guard let value = area.value.value, value < Rational(0) || value > Rational(100) else { return nil }
      guard measures[area.measure.id]?.events != true,
        area.isPercentage || plan.tables[Int(area.table)].long != nil && measures.whole(of: area.measure.id) != nil
      else { return nil }
      return Check.percentageOutOfRange.finding(
        file: plan.path, line: Int(area.line), column: area.slots.value < 0 ? "" : plan.name(Int(area.slots.value)),
        value: area.value.text)
    }
  }
}
