import SchoolStatistics

extension Check {
  /// A count is larger than the count it is a part of.
  static let numeratorAboveDenominator = Check(
    id: "numerator-above-denominator", title: "Part above its whole",
    description: "A count is larger than the count it is a part of.",
    severity: .error,
    template: "{value} is above {whole}, the number of '{of}'",
    action: "kept")
}

extension CheckedTable {
  /// Counts above the counts that they are a part of.
  func numeratorsAboveDenominators() -> [Finding] {
    var findings: [Finding] = []
    for column in table.columns where column.unit == .count {
      guard let of = measures[column.measure.id]?.of, let whole = table.column(Measure(of)), whole.unit == .count else {
        continue
      }
      guard column.figures.isAbove(whole.figures) else { continue }
      for row in 0..<table.count {
        guard let part = column.figures.count(at: row), let all = whole.figures.count(at: row), part > all else {
          continue
        }
        findings.append(
          finding(
            .numeratorAboveDenominator, ["whole": "\(all)", "of": whole.header], row: row, column: column.header,
            value: .count(part)))
      }
    }
    return findings
  }
}
