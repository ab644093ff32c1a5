import SchoolStatistics

/// A group that often lags does better than the same group in England, by more than chance.
///
/// Source: rulebook §7.2.
struct GroupAboveEngland: NotableRule {
  let group: PupilGroup
  var id: String { "group-\(group.rawValue.replacing("_", with: "-"))-above-england" }
  let topic = PackTopic.groups
  let tone = PackTone.strength
  let weight = 50

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let basis = evidence.groupBasis(measure, group),
      let national = basis.national
    else { return nil }
    return Notable(
      tests: [basis.enough(evidence.minimumCohort), basis.differs(below: false)],
      lead: "\(name: group.title): \(basis.counts) \(name: measure.achieved)",
      rest: ", above the same group in England (\(national)%).",
      because: "above the same group in England by more than chance at 95%, group \(evidence.minimumCohort) or more",
      enquiry: "\(group.title): what has the school done that others could learn from?",
      subject: basis.row, pupils: basis.pupils, isPooled: basis.isPooled)
  }
}
