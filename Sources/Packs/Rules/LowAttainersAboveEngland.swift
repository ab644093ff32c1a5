import SchoolStatistics

/// More pupils than in England are left at the lowest levels or without a pass, by more than chance.
///
/// Source: rulebook §1.2 (P6), §1.3 (S4) and §7.2.
struct LowAttainersAboveEngland: NotableRule {
  let id = "low-attainers-above-england"
  let topic = PackTopic.groups
  let tone = PackTone.concern
  let weight = 76

  func notable(in evidence: PackEvidence) -> Notable? {
    // The subject with more such pupils speaks for both.
    let bases = evidence.measures(.lowAttainment).compactMap { measure in
      evidence.basis(measure.indicator).map { (measure, $0) }
    }
    guard let (measure, basis) = bases.max(by: { $0.1.percentValue < $1.1.percentValue }),
      let national = basis.national
    else { return nil }
    return Notable(
      tests: [basis.enough(evidence.minimumCohort), basis.differs(below: false)],
      lead: "More pupils than in England \(name: measure.achieved)",
      rest: ": \(basis.counts), England \(national)%.",
      because: "above England by more than chance at 95%, cohort \(evidence.minimumCohort) or more",
      enquiry: "Who were these pupils, when did they fall behind, and who is in their place now?",
      subject: basis.row, pupils: basis.pupils, isPooled: basis.isPooled)
  }
}

extension ShareBasis {
  fileprivate var percentValue: Rational {
    FigureCells.number(row.value, isPooled ? "pooled_value" : "value", decimals: 6) ?? Rational(0)
  }
}
