import SchoolStatistics

/// The result lies so far above the target that the target is below the result's interval.
///
/// Source: The School Improvement Partner's Brief, edition 3, section 7 (degree of success in meeting targets);
/// rulebook §7.1 and §9.4.
struct TargetBeaten: NotableRule {
  let id = "target-beaten"
  let topic = PackTopic.targets
  let tone = PackTone.strength
  let weight = 52

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let row = evidence.row(measure.indicator),
      let target = evidence.target(of: row),
      let part = row.numerator, let whole = row.denominator, let percent = row.percent,
      let aim = target.quote("target_percent")
    else { return nil }
    return Notable(
      tests: [
        .below(.cell(target.cell("target_percent")), .cell(row.cell("ci_lower"))),
        .atLeast(.cell(row.cell("denominator")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "The target was beaten by far",
      rest: ": \(part) of \(whole) pupils (\(percent)%) \(name: measure.achieved) in \(evidence.year), target \(aim)%.",
      because: "the target is below the result's 95% interval, cohort \(evidence.minimumCohort) or more",
      enquiry: "Was the target too low, and are the next ones high enough?", subject: row, pupils: row.cohort)
  }
}
