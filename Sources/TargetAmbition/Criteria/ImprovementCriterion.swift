import SchoolStatistics

/// C5, "represent improvement over current attainment": the target is above the latest validated result at the
/// round; a school at 100% can only stay there. Source: rulebook §5.3.
enum ImprovementCriterion {
  static func judge(_ inputs: CriterionInputs) -> CriterionResult {
    guard let record = inputs.target, record.isSet else {
      return CriterionResult(.improvement, .notAssessable, [], reason: "no target")
    }
    guard let latest = inputs.history.first else {
      return CriterionResult(.improvement, .notAssessable, [], reason: "no earlier result")
    }
    let comparison = AmbitionComparison.target(
      "improvement", record, latest.percent >= Rational(100) ? .atLeast : .moreThan,
      ComparedFigure(
        "result of \(latest.year.title)", .value(latest.percent), .percent, pupils: latest.pupils,
        cohort: latest.cohort, decimals: latest.decimals),
      tolerance: inputs.tolerance, sources: [latest.source])
    return CriterionResult(.improvement, comparison.outcome, [comparison])
  }
}
