import SchoolStatistics

/// The attainment headline is below the year's floor.
///
/// Source: rulebook §1.5: strictly below, on counts, with a cohort of the year's minimum.
struct BelowFloor: NotableRule {
  let id = "below-floor"
  let topic = PackTopic.attainment
  let tone = PackTone.concern
  let weight = 95
  let supersedes = ["attainment-below-england", "attainment-below-three-years"]

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let floor = evidence.floor, evidence.countedBy.contains(where: { $0.hasSuffix("below-floor") }),
      let measure = evidence.headline, let row = evidence.row(measure.indicator),
      let part = row.numerator, let whole = row.denominator, let percent = row.percent, let national = row.national
    else { return nil }
    return Notable(
      tests: [
        .below(row.share, .constant(floor.percent)),
        .atLeast(.cell(row.cell("denominator")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "Below the floor: \(part) of \(whole) pupils (\(percent)%) \(name: measure.achieved)",
      rest: "; England \(national)%.",
      because: "\(floor.words), cohort \(evidence.minimumCohort) or more",
      enquiry: "What has to change, for which pupils, for the school to be above the floor and stay there?",
      subject: row, pupils: row.cohort)
  }
}
