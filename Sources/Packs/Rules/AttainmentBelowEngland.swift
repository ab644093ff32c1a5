import SchoolStatistics

/// The attainment headline is below England by more than chance.
///
/// Source: rulebook §7.2; three years pooled where the cohort is small (§7.3).
struct AttainmentBelowEngland: NotableRule {
  let id = "attainment-below-england"
  let topic = PackTopic.attainment
  let tone = PackTone.concern
  let weight = 90
  let supersedes = ["attainment-below-three-years"]

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let basis = evidence.basis(measure.indicator),
      let national = basis.national
    else { return nil }
    return Notable(
      tests: [basis.enough(evidence.minimumCohort), basis.differs(below: true)],
      lead: "Fewer pupils than in England \(name: measure.achieved)",
      rest: ": \(basis.counts), England \(national)%.",
      because: "below England by more than chance at 95%, cohort \(evidence.minimumCohort) or more",
      enquiry: "Where did this cohort start, and which pupils fell just short of the line?",
      subject: basis.row, pupils: basis.pupils, isPooled: basis.isPooled)
  }
}
