import SchoolStatistics

/// Pupils eligible for free school meals do worse than such pupils in England, by more than chance.
///
/// Source: rulebook §1.2 (P5: the national figure of other pupils as the comparator, "to avoid local deprivation
/// profile as a factor", QS09) and §7.2.
struct FreeMealsGap: NotableRule {
  let id = "free-meals-gap"
  let topic = PackTopic.groups
  let tone = PackTone.concern
  let weight = 78

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let basis = evidence.basis(measure.indicator, .fsm),
      let national = basis.national, let others = evidence.row(measure.indicator, evidence.year, .notFSM)?.national
    else { return nil }
    return Notable(
      tests: [basis.enough(evidence.minimumCohort), basis.differs(below: true)],
      lead: "Pupils eligible for free school meals do less well than such pupils in England",
      rest:
        ": \(basis.counts) \(name: measure.achieved); in England \(national)% of such pupils and \(others)% of other pupils.",
      because: "below the same group in England by more than chance at 95%, group \(evidence.minimumCohort) or more",
      enquiry: "What is different for pupils eligible for free school meals, and what will change for them by summer?",
      subject: basis.row, pupils: basis.pupils, isPooled: basis.isPooled)
  }
}
