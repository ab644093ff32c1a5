import SchoolStatistics

/// The target does not reach the progress of the best quarter of similar schools.
///
/// Source: quality standards 2009, strand 1.5; rulebook §5.3 (C6).
struct TargetBelowTopQuartile: NotableRule {
  let id = "target-below-top-quartile"
  let topic = PackTopic.targets
  let tone = PackTone.concern
  let weight = 82

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let target = evidence.newestTarget, let toAchieve = evidence.toAchieve(target.measure) else { return nil }
    let row = TargetRow(target: target)
    guard let percent = row.quote("target_percent"), let pupils = row.quote("target_pupils"),
      let cohort = row.quote("cohort"),
      let line = row.quote("benchmark_percent"), let needed = row.quote("c6_pupils")
    else { return nil }
    return Notable(
      tests: [
        row.test(.topQuartile, .notMet),
        .below(.cell(row.cell("target_percent")), .cell(row.cell("benchmark_percent"))),
        .atLeast(.cell(row.cell("cohort")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "The \(target.targetYear) target is \(percent)%",
      rest:
        ": \(pupils) of \(cohort) pupils \(name: toAchieve); the top-quartile line is \(line)%, pupils short: \(needed).",
      because: "criterion 6: at or above the top quartile of similar schools",
      enquiry: "Why this target? What would the further pupils need to reach the top-quartile line?",
      targetSubject: row.cell("target_percent"), pupils: target.cohort)
  }
}
