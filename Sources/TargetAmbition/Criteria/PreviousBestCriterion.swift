import Indicators
import SchoolStatistics

/// C3, "build on previous best performance": the target is at or above the best of the latest results.
///
/// `previous_best_window` says how many years count. With `previous_best_prior_adjust` and a weaker cohort to come
/// (a lower FFT B estimate than in the best year), target and results are compared relative to their own estimates.
/// Source: rulebook §5.3.
enum PreviousBestCriterion {
  static func judge(_ inputs: CriterionInputs) -> CriterionResult {
    guard let record = inputs.target, record.isSet else {
      return CriterionResult(.previousBest, .notAssessable, [], reason: "no target")
    }
    let window = inputs.history.prefix(inputs.options.previousBestWindow)
    // The newest of equally good years.
    guard let best = window.reduce(nil as SchoolShare?, { a, b in a.map { b.percent > $0.percent ? b : $0 } ?? b })
    else {
      return CriterionResult(.previousBest, .notAssessable, [], reason: "no earlier result")
    }
    if let adjusted = relativeToEstimates(inputs, record, best, Array(window)) {
      return CriterionResult(.previousBest, adjusted.outcome, [adjusted])
    }
    let comparison = AmbitionComparison.target(
      "previous-best", record, .atLeast,
      ComparedFigure(
        "best of the last \(inputs.options.previousBestWindow) years, \(best.year.title)", .value(best.percent),
        .percent,
        pupils: best.pupils, cohort: best.cohort, decimals: best.decimals),
      tolerance: inputs.tolerance, sources: [best.source])
    return CriterionResult(.previousBest, comparison.outcome, [comparison])
  }

  private static func relativeToEstimates(
    _ inputs: CriterionInputs, _ record: TargetRecord, _ best: SchoolShare, _ window: [SchoolShare]
  ) -> AmbitionComparison? {
    guard inputs.options.previousBestPriorAdjust, let own = record.estimateB.value, let target = record.percent.value,
      let then = inputs.pastEstimatesB[best.year], own < then
    else { return nil }
    let relative = window.compactMap { result in
      inputs.pastEstimatesB[result.year].map { (year: result.year, value: result.percent - $0) }
    }
    guard let highest = relative.max(by: { $0.value < $1.value }) else { return nil }
    var comparison = AmbitionComparison(
      comparing: "previous-best-adjusted",
      ComparedFigure(
        "target minus its FFT type B estimate", .value(target - own), .percentagePoints,
        decimals: record.estimateDecimals), .atLeast,
      ComparedFigure(
        "best result minus its estimate, \(highest.year.title)", .value(highest.value), .percentagePoints),
      tolerance: inputs.tolerance, sources: [record.source] + window.map(\.source))
    if comparison.outcome == .notMet {
      comparison.pupilsNeeded = record.pupilsNeeded(
        .atLeast, own + highest.value - inputs.tolerance, decimals: comparison.decimals)
    }
    return comparison
  }
}
