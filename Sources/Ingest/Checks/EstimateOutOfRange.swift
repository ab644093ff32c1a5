import SchoolStatistics

extension Check {
  /// An estimate is negative or above 100.
  static let estimateOutOfRange = Check(
    id: "estimate-out-of-range", title: "Estimate outside 0 to 100",
    description: "An estimate of a target's cohort is negative or above 100 per cent.",
    severity: .error,
    template: "estimate of {value}% is not between 0 and 100",
    action: "not used")
}

extension CheckedTable {
  /// Estimates below 0 or above 100.
  func estimatesOutOfRange() -> [Finding] {
    guard table.name == "targets" else { return [] }
    return (["estimate_b", "estimate_d"] as [Measure]).compactMap(table.column).flatMap { column in
      (0..<table.count).compactMap { row in
        guard let value = column.figures[row].value, !TargetPlausibility.isEstimate(value) else { return nil }
        return finding(.estimateOutOfRange, [:], row: row, column: column.header, value: .value(value))
      }
    }
  }
}
