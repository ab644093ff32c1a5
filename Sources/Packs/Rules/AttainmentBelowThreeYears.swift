import SchoolStatistics

/// The attainment headline has been below England in each of three years, and is so by more than chance when pooled.
///
/// Source: rulebook §7.2 and §7.3.
struct AttainmentBelowThreeYears: NotableRule {
  let id = "attainment-below-three-years"
  let topic = PackTopic.attainment
  let tone = PackTone.concern
  let weight = 80

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let row = evidence.row(measure.indicator),
      let pooled = row.value.pooledYears,
      pooled.years.count == 3, let part = row.quote("pooled_numerator"), let whole = row.quote("pooled_denominator"),
      let percent = row.quote("pooled_value"), let national = row.quote("pooled_national_value"),
      let one = evidence.row(measure.indicator, evidence.year - 1),
      let two = evidence.row(measure.indicator, evidence.year - 2)
    else { return nil }
    let below = [row, one, two].map {
      RuleTest.below(.cell($0.cell("difference_from_national")), .constant(Rational(0)))
    }
    return Notable(
      tests: below + [
        .atLeast(.cell(whole.reference), .constant(Rational(evidence.minimumCohort))),
        .significant(
          part: part.reference, whole: whole.reference, against: .cell(national.reference), below: true),
      ],
      lead: "Below England three years running:",
      rest:
        " over those years \(part) of \(whole) pupils (\(percent)%) \(name: measure.achieved); England \(national)%.",
      because: "below England in each of three years, and by more than chance at 95% when pooled",
      enquiry: "What has been tried in these three years, and what shows that this year's plan is different?",
      subject: row, pupils: pooled.denominator, isPooled: true)
  }
}
