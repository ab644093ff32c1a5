import SchoolStatistics

/// The target is no higher than the latest result.
///
/// Source: quality standards 2009, strand 1.5; rulebook §5.3 (C5).
struct TargetWithoutImprovement: NotableRule {
  let id = "target-without-improvement"
  let topic = PackTopic.targets
  let tone = PackTone.concern
  let weight = 69
  let supersedes = ["target-below-previous-best"]

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let target = evidence.newestTarget, let toAchieve = evidence.toAchieve(target.measure),
      let year = target.latestYear
    else { return nil }
    let row = TargetRow(target: target)
    guard let percent = row.quote("target_percent"), let pupils = row.quote("target_pupils"),
      let cohort = row.quote("cohort"),
      let latest = row.quote("latest_percent")
    else { return nil }
    return Notable(
      tests: [
        row.test(.improvement, .notMet),
        .atLeast(.cell(row.cell("latest_percent")), .cell(row.cell("target_percent"))),
        .atLeast(.cell(row.cell("cohort")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "The \(target.targetYear) target is no higher than the result of \(year)",
      rest: ": \(percent)% (\(pupils) of \(cohort) pupils \(name: toAchieve)) against \(latest)%.",
      because: "criterion 5: improves on current attainment",
      enquiry: "What would have to be true for this school to aim higher than it has just done?",
      targetSubject: row.cell("target_percent"), pupils: target.cohort)
  }
}
