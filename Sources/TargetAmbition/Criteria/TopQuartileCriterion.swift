import SchoolStatistics

/// C6, "at or above the top quartile performance for CVA compared to similar schools": the target is at or above the
/// FFT type D estimate of the same cohort, else the tool's own estimate of it. Source: rulebook §3.5 and §5.3.
enum TopQuartileCriterion {
  static func judge(_ inputs: CriterionInputs) -> CriterionResult {
    guard let record = inputs.target, record.isSet else {
      return CriterionResult(.topQuartile, .notAssessable, [], reason: "no target")
    }
    guard let benchmark = inputs.benchmark else {
      return CriterionResult(
        .topQuartile, .notAssessable, [],
        reason: "no FFT type D estimate, and context that is too incomplete for the tool's own")
    }
    let name = benchmark.origin == .estimateD ? "FFT type D estimate" : "top-quartile line, the tool's own estimate"
    let comparison = AmbitionComparison.target(
      benchmark.origin == .estimateD ? "estimate-d" : "own-estimate", record, .atLeast,
      ComparedFigure(name, .value(benchmark.percent), .percent, decimals: benchmark.decimals),
      tolerance: inputs.tolerance)
    return CriterionResult(.topQuartile, comparison.outcome, [comparison])
  }
}
