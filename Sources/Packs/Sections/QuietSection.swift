import SchoolStatistics

/// Measures on which nothing is notable, kept out of the way on the last page.
enum QuietSection {
  static func section(_ evidence: PackEvidence, _ comparators: PackComparators, raised: [PackSentence]) -> PackSection {
    let loud = Set(raised.map(\.subject.indicator))
    let quiet = evidence.measures.filter { !loud.contains($0.indicator) }
    var rows: [PackRow] = []
    for measure in quiet {
      guard let indicator = evidence.indicator(measure.indicator) else { continue }
      let shown = ShownFigure.of(evidence.row(measure.indicator), minimum: evidence.minimumCohort)
      rows.append(
        PackRow(
          indicator.shortTitle,
          cells: [
            PackCell(shown, unit: indicator.unit),
            comparators.cell(comparators.england(measure.indicator, evidence.year)),
            AttainmentSection.quarter(shown, evidence),
          ]))
    }
    let tables =
      rows.isEmpty
      ? []
      : [
        PackTable(
          caption: "Nothing to highlight, \(evidence.year.title)", columns: ["School", "England", "Quarter"], rows: rows
        )
      ]
    return PackSection(
      id: "quiet", title: "Quiet measures",
      paragraphs: rows.isEmpty ? ["There are no further measures."] : ["No rule found anything notable in these."],
      tables: tables)
  }
}
