import SchoolStatistics

/// One sex is behind the other by more than chance, and further than in England.
///
/// Source: rulebook §7.2 (two samples); The School Improvement Partner's Brief, edition 3, section 3
/// (how well are different groups of pupils doing).
struct BoysAndGirls: NotableRule {
  let behind: PupilGroup
  let ahead: PupilGroup
  var id: String { "\(behind.rawValue)-behind-\(ahead.rawValue)" }
  let topic = PackTopic.groups
  let tone = PackTone.concern
  let weight = 66

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let low = evidence.row(measure.indicator, evidence.year, behind),
      let high = evidence.row(measure.indicator, evidence.year, ahead), let lowPart = low.numerator,
      let lowWhole = low.denominator, let lowPercent = low.percent, let highPart = high.numerator,
      let highWhole = high.denominator, let highPercent = high.percent, let lowNational = low.national,
      let highNational = high.national
    else { return nil }
    let minimum = RuleOperand.constant(Rational(evidence.minimumCohort))
    return Notable(
      tests: [
        .differs(low.counts, from: high.counts, bestOf: 1, below: true),
        .below(
          .difference(.cell(high.cell("national_value")), .cell(low.cell("national_value"))),
          .difference(.cell(high.cell("value")), .cell(low.cell("value")))),
        .atLeast(.cell(low.cell("denominator")), minimum), .atLeast(.cell(high.cell("denominator")), minimum),
      ],
      lead: "\(name: behind.title) are behind \(name: ahead.title.lowercased())",
      rest:
        ": \(lowPart) of \(lowWhole) (\(lowPercent)%) against \(highPart) of \(highWhole) (\(highPercent)%) \(name: measure.achieved); England \(lowNational)% and \(highNational)%.",
      because: "behind by more than chance at 95% (two samples), and a wider gap than England's",
      enquiry: "When does the gap between boys and girls open, and in which part of English or maths?",
      subject: low, pupils: min(low.cohort ?? 0, high.cohort ?? 0))
  }
}
