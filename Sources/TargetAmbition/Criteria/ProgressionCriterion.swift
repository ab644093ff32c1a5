import Rulebook
import SchoolStatistics

/// C4, progression, as the edition words it: no child is predicted to make less than two levels of progress (2007, for
/// key stages of two levels, so not for secondary schools without key stage 3; 2009 for primary schools); in secondary
/// schools of 2009 the progress targets are not below the latest results.
///
/// The headline measure looks at both subjects, a progress measure at its own. Source: rulebook §5.3.
enum ProgressionCriterion {
  static func judge(_ inputs: CriterionInputs, _ edition: AmbitionEdition) -> CriterionResult {
    let rule = inputs.phase.progression[String(edition.rawValue)] ?? .none
    guard rule != .none else {
      return CriterionResult(
        .progression, .notAssessable, [],
        reason:
          "the edition of \(edition.rawValue) words it for each key stage of two levels; there is no key stage 3 to look at"
      )
    }
    let subjects = inputs.progress.filter { inputs.isHeadline || $0.measure == inputs.measure }
    let comparisons = subjects.map { rule == .increasing ? increasing($0, inputs.tolerance) : noPupilBelow($0) }
    if comparisons.contains(where: { $0.outcome == .notMet }) {
      return CriterionResult(.progression, .notMet, comparisons)
    }
    if comparisons.isEmpty || comparisons.contains(where: { $0.outcome == .notAssessable }) {
      return CriterionResult(
        .progression, .notAssessable, comparisons,
        reason: rule == .increasing ? "no progress target or no earlier result" : "no prediction of pupils' progress")
    }
    return CriterionResult(.progression, .met, comparisons)
  }

  /// No pupil predicted below; without a prediction, as many pupils in the target as were matched.
  private static func noPupilBelow(_ subject: CriterionInputs.Progress) -> AmbitionComparison {
    let record = subject.record
    let sources = record.map { [$0.source] } ?? []
    if let below = record?.predictedBelow {
      return AmbitionComparison(
        test: "predicted-below", outcome: below == 0 ? .met : .notMet,
        left: ComparedFigure("pupils predicted below, \(subject.title)", .count(below), .pupils), relation: .equal,
        right: ComparedFigure("none", .count(0), .pupils), pupilsNeeded: max(0, below), sources: sources)
    }
    return .pupils(
      "all-matched",
      ComparedFigure(
        "target, \(subject.title)", record?.pupils.map { .count($0) } ?? .missing(.notSupplied), .pupils), .atLeast,
      ComparedFigure("matched pupils", record?.matched.map { .count($0) } ?? .missing(.notSupplied), .pupils),
      sources: sources)
  }

  private static func increasing(_ subject: CriterionInputs.Progress, _ tolerance: Rational) -> AmbitionComparison {
    let line = ComparedFigure(
      subject.latest.map { "result of \($0.year.title)" } ?? "latest result",
      subject.latest.map { .value($0.percent) } ?? .missing(.notSupplied), .percent, pupils: subject.latest?.pupils,
      cohort: subject.latest?.cohort, decimals: subject.latest?.decimals)
    guard let record = subject.record else {
      return AmbitionComparison(
        test: "progress-rising", outcome: .notAssessable,
        left: ComparedFigure("target, \(subject.title)", .missing(.notSupplied), .percent), relation: .atLeast,
        right: line)
    }
    var comparison = AmbitionComparison.target(
      "progress-rising", record, .atLeast, line, tolerance: tolerance, sources: subject.latest.map { [$0.source] } ?? []
    )
    comparison.left.name = "target, \(subject.title)"
    return comparison
  }
}
