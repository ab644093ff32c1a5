import SchoolStatistics

extension Check {
  /// The estimate for the top quartile is below the one for the average.
  static let estimateDBelowB = Check(
    id: "estimate-d-below-b", title: "Estimate D below estimate B",
    description: "The estimate for the top quartile is below the one for the average.",
    severity: .warning,
    template: "estimate D of {value} is below estimate B of {other}",
    action: "neither estimate used")
}

extension CheckedTable {
  /// Estimates D below estimates B.
  func estimatesDBelowB() -> [Finding] {
    guard table.name == "targets", let b = table.column("estimate_b"), let d = table.column("estimate_d") else {
      return []
    }
    return (0..<table.count).compactMap { row in
      guard let average = b.figures[row].value, let top = d.figures[row].value,
        !TargetPlausibility.areEstimates(b: average, d: top)
      else { return nil }
      return finding(
        .estimateDBelowB, ["other": Figure.value(average).text], row: row, column: d.header, value: .value(top))
    }
  }
}
