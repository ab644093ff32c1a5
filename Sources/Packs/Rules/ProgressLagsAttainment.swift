import SchoolStatistics

/// Attainment is not below England, but progress is, in both subjects: results that flatter.
///
/// Source: rulebook §2 (coasting: unimpressive progress above the floor) and §7.2.
struct ProgressLagsAttainment: NotableRule {
  let id = "progress-lags-attainment"
  let topic = PackTopic.progress
  let tone = PackTone.concern
  let weight = 88
  let supersedes = ["progress-english-below-england", "progress-maths-below-england"]

  func notable(in evidence: PackEvidence) -> Notable? {
    guard let measure = evidence.headline, let attainment = evidence.basis(measure.indicator),
      let inEnglish = evidence.measures(.progressEnglish).last, let english = evidence.basis(inEnglish.indicator),
      let inMaths = evidence.measures(.progressMaths).last, let maths = evidence.basis(inMaths.indicator),
      let nationalEnglish = english.national, let nationalMaths = maths.national, !attainment.isPooled
    else { return nil }
    return Notable(
      tests: [
        attainment.enough(evidence.minimumCohort), english.enough(evidence.minimumCohort),
        maths.enough(evidence.minimumCohort),
        .atLeast(.cell(attainment.row.cell("difference_from_national")), .constant(Rational(0))),
        english.differs(below: true), maths.differs(below: true),
      ],
      lead: "Attainment hides slow progress",
      rest:
        ": \(english.counts) \(name: inEnglish.achieved) (England \(nationalEnglish)%) and \(maths.counts) in maths (England \(nationalMaths)%).",
      because: "attainment at or above England, progress below it by more than chance at 95% in both subjects",
      enquiry: "Pupils start higher than their progress suggests: which pupils are coasting, and who has noticed?",
      subject: maths.row, pupils: min(attainment.pupils, english.pupils, maths.pupils), isPooled: maths.isPooled)
  }
}
