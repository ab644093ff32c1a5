import SchoolStatistics

extension Check {
  /// A target percentage is above 100.
  static let targetAbove100 = Check(
    id: "target-above-100", title: "Target above 100%",
    description: "A target percentage is above 100.",
    severity: .error,
    template: "target of {value}% is above 100",
    action: "treated as not assessable")
}

extension CheckedTable {
  /// Target percentages above 100.
  func targetsAbove100() -> [Finding] {
    guard table.name == "targets", let column = table.column("target_percent") else { return [] }
    return (0..<table.count).compactMap { row in
      guard let value = column.figures[row].value, value > Rational(100) else { return nil }
      return finding(.targetAbove100, [:], row: row, column: column.header, value: .value(value))
    }
  }
}
