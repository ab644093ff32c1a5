import SchoolStatistics

/// Value added is in the lowest quarter of the schools of England.
///
/// Source: rulebook §3.4 (percentile rank 1 is highest) and §6.3; quality standards 2009, strand 1.5.
struct ValueAddedLowestQuarter: NotableRule {
  let id = "value-added-lowest-quarter"
  let topic = PackTopic.progress
  let tone = PackTone.concern
  let weight = 86

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let target = evidence.newestTarget, let standing = evidence.newestStanding else { return nil }
    let row = TargetRow(target: target)
    guard let nationally = row.quote("cva_quartile") else { return nil }
    let similar = row.quote("cva_quartile_similar").map { Wording("; \($0) among similar schools") } ?? ""
    return Notable(
      tests: [.atLeast(.cell(row.cell("cva_quartile")), .constant(Rational(4)))],
      lead: "Value added is in the lowest quarter of schools",
      rest: " in \(standing.year): quartile \(nationally) of England\(similar).",
      because: "the lowest quarter nationally; score and interval stand with the evidence",
      enquiry: "Attainment apart, what do pupils gain here, and which pupils gain least from the same start?",
      targetSubject: row.cell("cva_quartile"), pupils: standing.pupils.count)
  }
}
