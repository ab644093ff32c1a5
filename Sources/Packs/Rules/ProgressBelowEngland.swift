import SchoolStatistics

/// Fewer pupils than in England make the expected progress in a subject, by more than chance.
///
/// Source: rulebook §1.2 (P2, P3), §1.3 (S2, S3) and §7.2.
struct ProgressBelowEngland: NotableRule {
  let role: PackMeasure.Role
  var id: String { role == .progressEnglish ? "progress-english-below-england" : "progress-maths-below-england" }
  let topic = PackTopic.progress
  let tone = PackTone.concern
  let weight = 85

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.measures(role).last, let basis = evidence.basis(measure.indicator),
      let national = basis.national
    else { return nil }
    return Notable(
      tests: [basis.enough(evidence.minimumCohort), basis.differs(below: true)],
      lead: "Fewer pupils than in England \(name: measure.achieved)",
      rest: ": \(basis.counts), England \(national)%.",
      because: "below England by more than chance at 95%, cohort \(evidence.minimumCohort) or more",
      enquiry:
        "Which starting points make the least progress in \(role == .progressEnglish ? "English" : "maths"), and what does the tracking of the current cohort show?",
      subject: basis.row, pupils: basis.pupils, isPooled: basis.isPooled)
  }
}
