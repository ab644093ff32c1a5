import SchoolStatistics

/// The result lies so far below the target that the target is above the result's interval.
///
/// Source: The School Improvement Partner's Brief, edition 3, section 7 (degree of success in meeting targets);
/// rulebook §7.1 and §9.4.
struct TargetMissed: NotableRule {
  let id = "target-missed"
  let topic = PackTopic.targets
  let tone = PackTone.concern
  let weight = 85

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let row = evidence.row(measure.indicator),
      let target = evidence.target(of: row),
      let part = row.numerator, let whole = row.denominator, let percent = row.percent,
      let aim = target.quote("target_percent")
    else { return nil }
    return Notable(
      tests: [
        .below(.cell(row.cell("ci_upper")), .cell(target.cell("target_percent"))),
        .atLeast(.cell(row.cell("denominator")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "The target was missed by far",
      rest: ": \(part) of \(whole) pupils (\(percent)%) \(name: measure.achieved) in \(evidence.year), target \(aim)%.",
      because: "the target is above the result's 95% interval, cohort \(evidence.minimumCohort) or more",
      enquiry: "When was it clear that the target would be missed, and what was done then?", subject: row,
      pupils: row.cohort)
  }
}
