import SchoolStatistics

/// C2, "build on prior attainment": the target is at or above the FFT type B estimate of the same cohort.
///
/// Without an estimate: at least as many pupils as prior attainment points to. Source: rulebook §5.3.
enum PriorAttainmentCriterion {
  static func judge(_ inputs: CriterionInputs) -> CriterionResult {
    guard let record = inputs.target, record.isSet else {
      return CriterionResult(.priorAttainment, .notAssessable, [], reason: "no target")
    }
    let estimate = AmbitionComparison.target(
      "estimate-b", record, .atLeast,
      ComparedFigure("FFT type B estimate", record.estimateB, .percent, decimals: record.estimateDecimals),
      tolerance: inputs.tolerance)
    if estimate.outcome != .notAssessable { return CriterionResult(.priorAttainment, estimate.outcome, [estimate]) }

    let fallback = AmbitionComparison.pupils(
      "prior-attainment-pupils",
      ComparedFigure("target", record.pupils.map { .count($0) } ?? .missing(.notSupplied), .pupils), .atLeast,
      ComparedFigure(
        "pupils whose prior attainment points to the threshold",
        record.priorAttainmentPupils.map { .count($0) } ?? .missing(.notSupplied), .pupils),
      sources: [record.source])
    let comparisons = [estimate, fallback]
    return CriterionResult(
      .priorAttainment, fallback.outcome, comparisons,
      reason: fallback.outcome == .notAssessable ? "no FFT type B estimate and no prior attainment" : "")
  }
}
