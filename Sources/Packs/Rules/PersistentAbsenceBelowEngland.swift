import SchoolStatistics

/// Persistent absence is below England by more than chance.
///
/// Source: rulebook §1.6 and §7.2.
struct PersistentAbsenceBelowEngland: NotableRule {
  let id = "persistent-absence-below-england"
  let topic = PackTopic.attendance
  let tone = PackTone.strength
  let weight = 40

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.measures(.persistentAbsence).last, let basis = evidence.basis(measure.indicator),
      let national = basis.national
    else { return nil }
    return Notable(
      tests: [basis.enough(evidence.minimumCohort), basis.differs(below: true)],
      lead: "Persistent absence is below England",
      rest: ": \(basis.counts) \(name: measure.achieved), England \(national)%.",
      because: "below England by more than chance at 95%",
      enquiry: "What does the school do on attendance that others could use?",
      subject: basis.row, pupils: basis.pupils, isPooled: basis.isPooled)
  }
}
