import SchoolStatistics

/// The target is below what the school has done before.
///
/// Source: quality standards 2009, strand 1.5; rulebook §5.3 (C3).
struct TargetBelowPreviousBest: NotableRule {
  let id = "target-below-previous-best"
  let topic = PackTopic.targets
  let tone = PackTone.concern
  let weight = 67

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let target = evidence.newestTarget, let toAchieve = evidence.toAchieve(target.measure) else { return nil }
    let row = TargetRow(target: target)
    guard let percent = row.quote("target_percent"), let pupils = row.quote("target_pupils"),
      let cohort = row.quote("cohort")
    else { return nil }
    return Notable(
      tests: [
        row.test(.previousBest, .notMet),
        .atLeast(.cell(row.cell("cohort")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "The \(target.targetYear) target is below the school's own best",
      rest: ": \(percent)% (\(pupils) of \(cohort) pupils \(name: toAchieve)).",
      because: "criterion 3: builds on the best of the last three years",
      enquiry: "Is the cohort different from the best one, or has the school settled for less?",
      targetSubject: row.cell("target_percent"), pupils: target.cohort)
  }
}
