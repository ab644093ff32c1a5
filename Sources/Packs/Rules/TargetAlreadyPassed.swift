import SchoolStatistics
import TargetAmbition

/// The latest result is already above the target for a year ahead.
///
/// Source: quality management framework 2007, section 2.2 (trajectory of improvement over time); rulebook §9.4.
struct TargetAlreadyPassed: NotableRule {
  let id = "target-already-passed"
  let topic = PackTopic.targets
  let tone = PackTone.concern
  let weight = 66
  let supersedes = ["target-ambitious"]

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let target = evidence.newestTarget, let toAchieve = evidence.toAchieve(target.measure),
      let indicator = evidence.indicatorID(of: target.measure), let row = evidence.row(indicator),
      let result = row.percent, let part = row.numerator, let whole = row.denominator
    else { return nil }
    let aim = TargetRow(target: target)
    guard let percent = aim.quote("target_percent") else { return nil }
    return Notable(
      tests: [
        .below(.cell(aim.cell("target_percent")), .cell(row.cell("value"))),
        .atLeast(.cell(row.cell("denominator")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "The \(target.targetYear) target has already been passed",
      rest:
        ": \(percent)% of pupils \(name: toAchieve); \(part) of \(whole) (\(result)%) did in \(evidence.year).",
      because: "the latest result is above the target for a year ahead",
      enquiry: "Will governors raise the target, or is the next cohort a different one?", subject: row,
      pupils: row.cohort)
  }
}
