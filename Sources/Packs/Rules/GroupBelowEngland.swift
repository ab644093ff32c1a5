import SchoolStatistics

/// A group of pupils does worse than the same group in England, by more than chance.
///
/// Source: rulebook §1.2 (P7, P8), §6.7 (groups of the year's minimum or more) and §7.2.
struct GroupBelowEngland: NotableRule {
  let group: PupilGroup
  var id: String { "group-\(group.rawValue.replacing("_", with: "-"))-below-england" }
  let topic = PackTopic.groups
  let tone = PackTone.concern
  var weight: Int { group == .cic ? 77 : 70 }

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let basis = evidence.groupBasis(measure, group),
      let national = basis.national
    else { return nil }
    return Notable(
      tests: [basis.enough(evidence.minimumCohort), basis.differs(below: true)],
      lead: "\(name: group.title): \(basis.counts) \(name: measure.achieved)",
      rest: ", below the same group in England (\(national)%).",
      because: "below the same group in England by more than chance at 95%, group \(evidence.minimumCohort) or more",
      enquiry: "\(group.title): who is responsible for their progress, and what does the provision map show?",
      subject: basis.row, pupils: basis.pupils, isPooled: basis.isPooled)
  }
}
