import SchoolStatistics

/// The attainment headline rose in a year by more than chance, both years being samples.
///
/// Source: rulebook §7.2 (two samples); never across a change of definition (§11.3).
struct AttainmentRose: NotableRule {
  let id = "attainment-rose"
  let topic = PackTopic.attainment
  let tone = PackTone.strength
  let weight = 55

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let row = evidence.row(measure.indicator),
      let last = evidence.earlier(measure.indicator, by: 1), let was = last.percent, let wasPart = last.numerator,
      let wasWhole = last.denominator, let part = row.numerator, let whole = row.denominator, let percent = row.percent
    else { return nil }
    return Notable(
      tests: [
        .differs(row.counts, from: last.counts, bestOf: 1, below: false),
        .atLeast(.cell(row.cell("denominator")), .constant(Rational(evidence.minimumCohort))),
        .atLeast(.cell(last.cell("denominator")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "Attainment rose from \(was)% to \(percent)%",
      rest:
        ": \(part) of \(whole) pupils \(name: measure.achieved), after \(wasPart) of \(wasWhole) in \(last.value.year).",
      because: "above last year by more than chance at 95% (two cohorts, each of them a sample)",
      enquiry: "What made the difference, and will it hold for the next cohort?",
      subject: row, pupils: min(row.cohort ?? 0, last.cohort ?? 0))
  }
}
