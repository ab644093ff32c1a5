import SchoolStatistics
import TargetAmbition

/// The target meets every criterion that could be assessed.
///
/// Source: quality standards 2009, strand 1.5; rulebook §5.4.
struct TargetAmbitious: NotableRule {
  let id = "target-ambitious"
  let topic = PackTopic.targets
  let tone = PackTone.strength
  let weight = 45

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let target = evidence.newestTarget, let toAchieve = evidence.toAchieve(target.measure) else { return nil }
    let row = TargetRow(target: target)
    guard let percent = row.quote("target_percent"), let pupils = row.quote("target_pupils"),
      let cohort = row.quote("cohort"),
      let line = row.quote("benchmark_percent")
    else { return nil }
    return Notable(
      tests: [
        .text(row.cell("verdict"), AmbitionVerdict.met.rawValue),
        .atLeast(.cell(row.cell("target_percent")), .cell(row.cell("benchmark_percent"))),
        .atLeast(.cell(row.cell("cohort")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "The \(target.targetYear) target is ambitious",
      rest: ": \(percent)% (\(pupils) of \(cohort) pupils \(name: toAchieve)), top-quartile line \(line)%.",
      because: "every criterion that could be assessed is met",
      enquiry: "Is the school on course for its target, and what would put it at risk?",
      targetSubject: row.cell("target_percent"), pupils: target.cohort)
  }
}
