import SchoolStatistics

/// This year is below the best of the earlier years by more than chance, allowing for its being the best of several.
///
/// Source: rulebook §5.3 (C3, previous best performance) and §7.2.
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
        .differs(row.counts, from: best.counts, bestOf: earlier.count, below: true),
        .atLeast(.cell(row.cell("denominator")), .constant(Rational(evidence.minimumCohort))),
        .atLeast(.cell(best.cell("denominator")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "Below the school's own best",
      rest:
        ": \(part) of \(whole) pupils (\(percent)%) \(name: measure.achieved), against \(was)% in \(best.value.year).",
      because: "below the best of the earlier years by more than chance at 95%, which allows for its being the best",
      enquiry: "What did the school do for its best cohort that it does not do now?",
      subject: row, pupils: row.cohort)
  }
}
