import SchoolStatistics

/// The target is below what the cohort's own prior attainment leads one to expect.
///
/// Source: quality standards 2009, strand 1.5; rulebook §5.3 (C2, FFT type B) and §3.5.
struct TargetBelowEstimate: NotableRule {
  let id = "target-below-estimate"
  let topic = PackTopic.targets
  let tone = PackTone.concern
  let weight = 83
  let supersedes = ["target-below-top-quartile"]

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let target = evidence.newestTarget, let toAchieve = evidence.toAchieve(target.measure) else { return nil }
    let row = TargetRow(target: target)
    guard let percent = row.quote("target_percent"), let pupils = row.quote("target_pupils"),
      let cohort = row.quote("cohort"),
      let estimate = row.quote("estimate_b")
    else { return nil }
    return Notable(
      tests: [
        row.test(.priorAttainment, .notMet), .below(.cell(row.cell("target_percent")), .cell(row.cell("estimate_b"))),
        .atLeast(.cell(row.cell("cohort")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "The \(target.targetYear) target is below what prior attainment suggests",
      rest: ": \(percent)% (\(pupils) of \(cohort) pupils \(name: toAchieve)), estimate \(estimate)%.",
      because: "criterion 2: builds on prior attainment (FFT type B estimate)",
      enquiry: "Which pupils are expected to do less well than pupils like them elsewhere, and why?",
      targetSubject: row.cell("target_percent"), pupils: target.cohort)
  }
}
