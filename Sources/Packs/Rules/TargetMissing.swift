import SchoolStatistics

/// No target has been set where one is due.
///
/// Source: rulebook §5.3 (C1: missing target is not met, statutory duty) and §4.1.
struct TargetMissing: NotableRule {
  let id = "target-missing"
  let topic = PackTopic.targets
  let tone = PackTone.concern
  let weight = 84

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let target = evidence.newestTarget, target.target.value == nil else { return nil }
    let row = TargetRow(target: target)
    return Notable(
      tests: [row.test(.guidance, .notMet)],
      lead: "No target for \(target.targetYear)",
      rest: " has been supplied for the headline measure.",
      because: "criterion 1: governing bodies set targets by 31 December",
      enquiry: "What target do governors intend, and by when will it be set?", targetSubject: row.cell("target_percent")
    )
  }
}
