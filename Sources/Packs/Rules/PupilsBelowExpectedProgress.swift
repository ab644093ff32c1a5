import SchoolStatistics

/// Some pupils are predicted to make less than the expected progress.
///
/// Source: quality standards 2009, strand 1.5 ("no child predicted to make less than two levels of progress");
/// rulebook §5.3 (C4).
struct PupilsBelowExpectedProgress: NotableRule {
  let id = "pupils-below-expected-progress"
  let topic = PackTopic.targets
  let tone = PackTone.concern
  let weight = 79

  func notable(in evidence: PackEvidence) -> Notable? {
    // The same column holds, of secondary targets, the pupils to last year's progress, of which this sentence is not.
    guard let target = evidence.newestTarget, target.phase == .primary else { return nil }
    let row = TargetRow(target: target)
    guard let needed = row.quote("c4_pupils"), let cohort = row.quote("cohort") else { return nil }
    return Notable(
      tests: [
        row.test(.progression, .notMet),
        .atLeast(.cell(row.cell("c4_pupils")), .constant(Rational(1))),
        .atLeast(.cell(row.cell("cohort")), .constant(Rational(evidence.minimumCohort))),
      ],
      lead: "Not every pupil is expected to make the expected progress",
      rest: " by \(target.targetYear): in the weaker subject the targets leave out \(needed) of a cohort of \(cohort).",
      because: "criterion 4: no pupil predicted to make less than two levels of progress",
      enquiry: "Who are the pupils left out, and what will be done for each of them by name?",
      targetSubject: row.cell("c4"), pupils: target.cohort)
  }
}
