import SchoolStatistics

/// The attainment headline is above England by more than chance.
///
/// Source: rulebook §7.2.
struct AttainmentAboveEngland: NotableRule {
  let id = "attainment-above-england"
  let topic = PackTopic.attainment
  let tone = PackTone.strength
  let weight = 60

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let basis = evidence.basis(measure.indicator),
      let national = basis.national
    else { return nil }
    return Notable(
      tests: [basis.enough(evidence.minimumCohort), basis.differs(below: false)],
      lead: "\(words: evidence.opening(basis)) \(name: measure.achieved)",
      rest: ": \(basis.counts), above England (\(national)%).",
      because: "above England by more than chance at 95%, cohort \(evidence.minimumCohort) or more",
      enquiry: "What lies behind this, and which practice could be shared with other schools?",
      subject: basis.row, pupils: basis.pupils, isPooled: basis.isPooled)
  }
}
