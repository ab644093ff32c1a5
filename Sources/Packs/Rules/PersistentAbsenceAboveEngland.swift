import SchoolStatistics

/// Persistent absence is above England by more than chance.
///
/// Source: rulebook §1.6 and §7.2; rates of different periods are never compared.
struct PersistentAbsenceAboveEngland: NotableRule {
  let id = "persistent-absence-above-england"
  let topic = PackTopic.attendance
  let tone = PackTone.concern
  let weight = 74

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.measures(.persistentAbsence).last, let basis = evidence.basis(measure.indicator),
      let national = basis.national
    else { return nil }
    return Notable(
      tests: [basis.enough(evidence.minimumCohort), basis.differs(below: false)],
      lead: "Persistent absence is above England",
      rest: ": \(basis.counts) \(name: measure.achieved), England \(national)%.",
      because: "above England by more than chance at 95%",
      enquiry: "Who is persistently absent, since when, and what has each case changed?",
      subject: basis.row, pupils: basis.pupils, isPooled: basis.isPooled)
  }
}
