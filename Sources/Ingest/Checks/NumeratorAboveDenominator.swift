import SchoolStatistics

extension Check {
  /// A count is larger than the count it is a part of.
  static let numeratorAboveDenominator = Check(
    id: "numerator-above-denominator", title: "Part above its whole",
    description: "A count is larger than the count it is a part of.",
    severity: .error,
    template: "{value} is above {whole}, the number of '{of}'",
    action: "left out")
}

extension CheckedTable {
  /// Counts above the counts that they are a part of.
  func numeratorsAboveDenominators() -> [Contradiction] {
    var found: [Contradiction] = []
    for (index, column) in table.columns.enumerated() where column.unit == .count {
      guard let of = measures.whole(of: column.measure.id), let whole = table.column(of), whole.unit == .count else {
        continue
      }
      guard column.figures.isAbove(whole.figures) else { continue }
      for row in 0..<table.count {
        guard let part = column.figures.count(at: row), let all = whole.figures.count(at: row), part > all else {
          continue
        }
        found.append(
          Contradiction(
            column: index, rows: [row],
            finding: finding(
              .numeratorAboveDenominator, ["whole": "\(all)", "of": whole.header], row: row, column: column.header,
              value: .count(part))))
      }
    }
    return found
  }
}

extension FileResult {
  /// Published counts of areas above the counts that they are a part of. In the department's own totals some are, where
  /// the two were counted in different ways: pupils with special needs above pupils on roll in special schools.
  func publishedNumeratorsAboveDenominators(_ measures: MeasureList) -> [Contradiction] {
    state.areas.indices.compactMap { index in
      let area = state.areas[index]
      guard let part = area.numerator.count, let all = area.denominator.count, part > all,
        measures[area.measure.id]?.events != true
      else { return nil }
      let isLong = plan.tables[Int(area.table)].long != nil
      let finding = Check.numeratorAboveDenominator.finding(
        ["whole": "\(all)", "of": plan.name(Int(area.slots.denominator))], file: plan.path, line: Int(area.line),
        column: plan.name(Int(area.slots.numerator)), value: "\(part)",
        severity: isLong ? .error : .note, action: isLong ? nil : "kept")
      return Contradiction(column: isLong ? Int(area.column) : nil, rows: [index], finding: finding)
    }
  }
}
