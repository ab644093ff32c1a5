import SchoolStatistics

/// Attainment and progress over the years against the authority, similar schools and England.
///
/// Source: rulebook §9.3 (3-4 years of attainment, LA, national, intervals, quartile).
enum AttainmentSection {
  static func section(_ evidence: PackEvidence, _ comparators: PackComparators, measures: [PackMeasure]) -> PackSection?
  {
    let rows = measures.compactMap { row($0, evidence, comparators) }
    guard !rows.isEmpty else { return nil }
    let last = evidence.year.title
    let columns = evidence.years.map(\.title) + ["LA", "Similar schools", "England", "Quarter"]
    return PackSection(
      id: "attainment", title: "Attainment and progress",
      tables: [
        PackTable(
          caption: "Percentage of pupils, with counts and the 95% interval of \(last)", columns: columns, rows: rows)
      ],
      notes: [
        "LA, similar schools and England are of \(last). Similar schools: the nearest in prior attainment and context, all their pupils together. Quarter: place among the schools of England, A best to D."
      ])
  }

  static func row(_ measure: PackMeasure, _ evidence: PackEvidence, _ comparators: PackComparators) -> PackRow? {
    let rows = evidence.years.map { evidence.row(measure.indicator, $0) }
    guard let indicator = evidence.indicator(measure.indicator), rows.contains(where: { $0 != nil }) else { return nil }
    let shown = ShownFigure.series(rows, pooled: rows.last??.value.pooledYears, minimum: evidence.minimumCohort)
    var cells = shown.map { PackCell($0, unit: indicator.unit) }
    let latest = ShownFigure.of(rows.last ?? nil, minimum: evidence.minimumCohort)
    if !cells.isEmpty { cells[cells.count - 1] = PackCell(latest, unit: indicator.unit, withInterval: true) }
    cells.append(comparators.cell(comparators.authorityValue(measure.indicator, evidence.year)))
    if let similar = comparators.similarShare(measure.indicator) {
      cells.append(
        PackCell(similar.percent.text(decimals: indicator.decimals) + "%", small: "\(similar.schools) schools"))
    } else {
      cells.append(PackCell("not available"))
    }
    cells.append(comparators.cell(comparators.england(measure.indicator, evidence.year)))
    cells.append(quarter(latest, evidence))
    return PackRow(indicator.shortTitle, cells: cells, line: line(measure, shown, evidence, comparators))
  }

  /// The letter of the quarter among the schools of England.
  static func quarter(_ shown: ShownFigure, _ evidence: PackEvidence) -> PackCell {
    let isPooled = if case .pooled = shown { true } else { false }
    guard let row = shown.row, let picture = evidence.picture(of: row, isPooled: isPooled) else {
      return PackCell("not ranked")
    }
    return PackCell("", band: ["A", "B", "C", "D"][picture.quarter - 1])
  }

  private static func line(
    _ measure: PackMeasure, _ shown: [ShownFigure], _ evidence: PackEvidence, _ comparators: PackComparators
  ) -> PackLine? {
    let own = shown.map { shown -> Rational? in
      if case .value(let row) = shown { row.value.value.value } else { nil }
    }
    guard own.contains(where: { $0 != nil }) else { return nil }
    let breaks = evidence.years.indices.dropFirst().filter {
      evidence.row(measure.indicator, evidence.years[$0])?.value.breakBefore != nil
    }
    var line = PackLine(
      years: evidence.years, own: own,
      national: evidence.years.map { comparators.england(measure.indicator, $0)?.value.value }, breaks: breaks)
    if let indicator = evidence.indicator(measure.indicator) {
      (line.decimals, line.suffix) = (indicator.decimals, indicator.unit == .percent ? "%" : "")
    }
    return line
  }
}
