import SchoolStatistics
import TargetAmbition

/// Value added is in the highest, or the lowest, quarter of the schools of England.
///
/// Year and quarter are those of the newest score that is ranked. The table of targets holds the quarter of the year in
/// which the target was set: it is quoted where it is the quarter of that score, and nothing is quoted where a newer
/// score has come since.
///
/// Source: rulebook §3.4 (percentile rank 1 is highest) and §6.3; quality standards 2009, strand 1.5.
struct ValueAddedQuarter: NotableRule {
  enum End: String { case highest, lowest }
  let end: End
  var id: String { "value-added-\(end.rawValue)-quarter" }
  let topic = PackTopic.progress
  var tone: PackTone { end == .highest ? .strength : .concern }
  var weight: Int { end == .highest ? 62 : 86 }

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let standing = evidence.newestStanding, let quartile = standing.national?.quartile,
      evidence.years.suffix(2).contains(standing.year)
    else { return nil }
    let row = evidence.newestTarget.flatMap { isQuarter(of: $0, standing) ? TargetRow(target: $0) : nil }
    var rest: Wording = " in \(standing.year)"
    if let row, let nationally = row.quote("cva_quartile") {
      rest = "\(rest): quartile \(nationally) of England"
      if row.target.similarQuartile == standing.similar?.quartile, let similar = row.quote("cva_quartile_similar") {
        rest = "\(rest); \(similar) among similar schools"
      }
    }
    let quarter = row.map { RuleOperand.cell($0.cell("cva_quartile")) } ?? .constant(Rational(quartile))
    return Notable(
      tests: [
        end == .highest ? .atLeast(.constant(Rational(1)), quarter) : .atLeast(quarter, .constant(Rational(4)))
      ],
      lead: "Value added is in the \(words: end.rawValue) quarter of schools", rest: "\(rest).",
      because: "the \(end.rawValue) quarter nationally; score and interval stand with the evidence", enquiry: enquiry,
      targetSubject: row?.cell("cva_quartile"), pupils: standing.pupils.count)
  }

  /// The target's round had the standing to go by, and it is the same quarter.
  private func isQuarter(of target: SchoolAmbition, _ standing: ValueAddedStanding) -> Bool {
    standing.year <= target.roundYear && target.nationalQuartile == standing.national?.quartile
  }

  private var enquiry: String {
    switch end {
    case .highest: "What does the school do that adds so much, and do its targets ask for as much?"
    case .lowest: "Attainment apart, what do pupils gain here, and which pupils gain least from the same start?"
    }
  }
}
