import SchoolStatistics

/// Value added is in the highest quarter of the schools of England.
///
/// Source: rulebook §3.4 (percentile rank 1 is highest) and §6.3; quality standards 2009, strand 1.5.
struct ValueAddedHighestQuarter: NotableRule {
  let id = "value-added-highest-quarter"
  let topic = PackTopic.progress
  let tone = PackTone.strength
  let weight = 62

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let target = evidence.newestTarget, let standing = evidence.newestStanding else { return nil }
    let row = TargetRow(target: target)
    guard let nationally = row.quote("cva_quartile") else { return nil }
    let similar = row.quote("cva_quartile_similar").map { Wording("; \($0) among similar schools") } ?? ""
    return Notable(
      tests: [.atLeast(.constant(Rational(1)), .cell(row.cell("cva_quartile")))],
      lead: "Value added is in the highest quarter of schools",
      rest: " in \(standing.year): quartile \(nationally) of England\(similar).",
      because: "the highest quarter nationally; score and interval stand with the evidence",
      enquiry: "What does the school do that adds so much, and do its targets ask for as much?",
      targetSubject: row.cell("cva_quartile"), pupils: standing.pupils.count)
  }
}
