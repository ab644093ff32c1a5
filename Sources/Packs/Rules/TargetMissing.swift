import SchoolStatistics
import TargetAmbition

/// No target has been set where one is due.
///
/// A target whose last day lies ahead is not missing. Source: rulebook §5.3 (C1: statutory duty) and §4.1.
struct TargetMissing: NotableRule {
  let id = "target-missing"
  let topic = PackTopic.targets
  let tone = PackTone.concern
  let weight = 84

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let target = evidence.nextTarget, target.verdict == .notSet else { return nil }
    let row = TargetRow(target: target)
    return Notable(
      tests: [.text(row.cell("verdict"), AmbitionVerdict.notSet.rawValue)],
      lead: "No target for \(target.targetYear)",
      rest: " has been supplied for the headline measure.",
      because: "the last day for setting it, 31 December, has passed",
      enquiry: "What target do governors intend, and by when will it be set?", targetSubject: row.cell("target_percent")
    )
  }
}
