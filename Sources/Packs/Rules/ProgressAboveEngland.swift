import SchoolStatistics

/// More pupils than in England make the expected progress in a subject, by more than chance.
///
/// Source: rulebook §1.2 (P2, P3), §1.3 (S2, S3) and §7.2.
struct ProgressAboveEngland: NotableRule {
  let role: PackMeasure.Role
  var id: String { role == .progressEnglish ? "progress-english-above-england" : "progress-maths-above-england" }
  let topic = PackTopic.progress
  let tone = PackTone.strength
  let weight = 58

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.measures(role).last, let basis = evidence.basis(measure.indicator),
      let national = basis.national
    else { return nil }
    return Notable(
      tests: [basis.enough(evidence.minimumCohort), basis.differs(below: false)],
      lead: "\(words: evidence.opening(basis)) \(name: measure.achieved)",
      rest: ": \(basis.counts), above England (\(national)%).",
      because: "above England by more than chance at 95%, cohort \(evidence.minimumCohort) or more",
      enquiry: "What in \(role == .progressEnglish ? "English" : "maths") works well enough to be passed on?",
      subject: basis.row, pupils: basis.pupils, isPooled: basis.isPooled)
  }
}
