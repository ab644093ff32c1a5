import SchoolStatistics

/// The best of the three earlier years lies above this year's interval.
///
/// Source: rulebook §5.3 (C3, previous best performance) and §7.1.
struct AttainmentBelowPreviousBest: NotableRule {
  let id = "attainment-below-previous-best"
  let topic = PackTopic.attainment
  let tone = PackTone.concern
  let weight = 65

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let row = evidence.row(measure.indicator), let part = row.numerator,
      let whole = row.denominator, let percent = row.percent
    else { return nil }
    let earlier = (1...3).compactMap { evidence.earlier(measure.indicator, by: $0) }
    guard let best = earlier.max(by: { ($0.value.value.value ?? Rational(0)) < ($1.value.value.value ?? Rational(0)) }),
      let was = best.percent
    else { return nil }
    return Notable(
      tests: [
        .below(.cell(row.cell("ci_upper")), .cell(best.cell("value"))),
        .atLeast(.cell(row.cell("denominator")), .constant(Rational(evidence.minimumCohort))),
        .atLeast(.cell(best.cell("denominator")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "Well below the school's own best",
      rest:
        ": \(part) of \(whole) pupils (\(percent)%) \(name: measure.achieved), against \(was)% in \(best.value.year).",
      because: "the best of the three earlier years is above this year's 95% interval",
      enquiry: "What did the school do for its best cohort that it does not do now?",
      subject: row, pupils: row.cohort)
  }
}
