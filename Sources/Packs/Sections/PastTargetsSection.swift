import SchoolStatistics

/// Past targets and what happened: the degree of success in meeting targets.
///
/// Source: The School Improvement Partner's Brief, edition 3, section 7; rulebook §9.4.
enum PastTargetsSection {
  static func section(_ evidence: PackEvidence) -> PackSection? {
    let outcomes = evidence.targetOutcomes.filter { $0.year <= evidence.year }
    guard !outcomes.isEmpty else { return nil }
    let rows = outcomes.sorted { ($1.year, $0.measure) < ($0.year, $1.measure) }.map { outcome -> PackRow in
      let isSmall = outcome.cohort < evidence.minimumCohort
      let pupils = abs(outcome.pupils)
      return PackRow(
        evidence.measureTitles(outcome.measure), small: outcome.year.title,
        cells: isSmall
          ? Array(repeating: PackCell("too few"), count: 4)
          : [
            PackCell(outcome.target.text(decimals: 1) + "%"),
            PackCell(outcome.actual.text(decimals: 1) + "%", small: "cohort \(outcome.cohort)"),
            PackCell(outcome.difference.text(decimals: 1).signed, small: "points"),
            PackCell(
              outcome.isMet ? "met" : "missed",
              small: pupils == 0 ? "to the pupil" : "by \(String.count(pupils, "pupil")) of the cohort"),
          ])
    }
    var paragraphs: [String] = []
    if let bias = evidence.targetBias {
      let words = bias < Rational(0) ? "below" : "above"
      paragraphs.append(
        "Over the years compared, results on the headline measure were on average \(bias.magnitude.text(decimals: 1)) points \(words) the targets."
      )
    }
    return PackSection(
      id: "past-targets", title: "Past targets and what happened", paragraphs: paragraphs,
      tables: [
        PackTable(
          caption: "Result less target", stub: "Target for", columns: ["Target", "Result", "Difference", "Outcome"],
          rows: rows)
      ])
  }
}
