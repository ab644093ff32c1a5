import SchoolStatistics

/// Measures on which nothing is notable, kept out of the way on the last page.
enum QuietSection {
  static func section(_ evidence: PackEvidence, _ comparators: PackComparators, raised: [PackSentence]) -> PackSection {
    let loud = Set(raised.map(\.subject.indicator))
    let quiet = evidence.measures.filter { !loud.contains($0.indicator) }
    var (rows, weak): ([PackRow], [PackRow]) = ([], [])
    for measure in quiet {
      guard let indicator = evidence.indicator(measure.indicator) else { continue }
      let shown = ShownFigure.of(evidence.row(measure.indicator), minimum: evidence.minimumCohort)
      let row = PackRow(
        indicator.shortTitle,
        cells: [
          PackCell(shown, unit: indicator.unit),
          comparators.cell(comparators.england(measure.indicator, evidence.year)),
          AttainmentSection.quarter(shown, evidence),
        ])
      if isWeak(shown, evidence) { weak.append(row) } else { rows.append(row) }
    }
    let year = evidence.year.title
    let tables = [
      ("Worse than England or in the last quarter, \(year)", weak), ("Nothing to highlight, \(year)", rows),
    ]
    .filter { !$0.1.isEmpty }.map {
      PackTable(caption: $0.0, columns: ["School", "England", "Quarter"], rows: $0.1)
    }
    var paragraphs: [String] = []
    if !weak.isEmpty { paragraphs.append("No sentence of the first page is about the first of these, which are weak.") }
    if !rows.isEmpty { paragraphs.append("No rule found anything notable in those with nothing to highlight.") }
    return PackSection(
      id: "quiet", title: "Quiet measures",
      paragraphs: paragraphs.isEmpty ? ["There are no further measures."] : paragraphs, tables: tables)
  }

  /// Worse than England by more than chance, or in the last quarter of its schools.
  private static func isWeak(_ shown: ShownFigure, _ evidence: PackEvidence) -> Bool {
    guard let row = shown.row else { return false }
    let isPooled = if case .pooled = shown { true } else { false }
    let isWorse = !isPooled && row.value.significance == (row.isLowGood ? .above : .below)
    return isWorse || evidence.picture(of: row, isPooled: isPooled)?.quarter == 4
  }
}
