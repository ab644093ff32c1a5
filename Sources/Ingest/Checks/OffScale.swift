import SchoolStatistics

extension Check {
  /// A score lies outside what its measure can be.
  static let offScale = Check(
    id: "off-scale", title: "Score off its scale",
    description: "A score lies outside the scale that its measure has in `measures.json5`, as 1004 on one around 100.",
    severity: .error,
    template: "{value} is not between {low} and {high}, the scale of {measure}",
    action: "left out")
}

extension CheckedTable {
  /// Scores outside the scales of their measures.
  func offScale() -> [Contradiction] {
    var found: [Contradiction] = []
    for (index, column) in table.columns.enumerated() {
      let scales = table.variants.texts.map { measures.scale(column.measure.id, variant: $0) }
      guard scales.contains(where: { $0 != nil }) else { continue }
      for row in 0..<table.count {
        let variant = table.variants.textIndex(row)
        guard let scale = scales[variant], let value = column.figures[row].value, !scale.contains(value) else {
          continue
        }
        let name = table.variants.texts[variant]
        found.append(
          Contradiction(
            column: index, rows: [row],
            finding: finding(
              .offScale,
              [
                "low": Figure.value(scale.lowerBound).text, "high": Figure.value(scale.upperBound).text,
                "measure": name.isEmpty ? "'\(column.measure)'" : "'\(name)'",
              ], row: row, column: column.header, value: .value(value))))
      }
    }
    return found
  }
}
