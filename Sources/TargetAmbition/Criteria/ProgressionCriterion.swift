import SchoolStatistics

/// C4, progression: in primary schools no child is predicted to make less than two levels of progress; in secondary
/// schools (edition 2009) the progress targets are not below the latest results.
///
/// The headline measure looks at both subjects, a progress measure at its own. Source: rulebook §5.3.
enum ProgressionCriterion {
  static func judge(_ inputs: CriterionInputs) -> CriterionResult {
    let rule = inputs.phase.progression[String(inputs.options.edition.rawValue)] ?? .none
    guard rule != .none else {
      return CriterionResult(
        .progression, .notAssessable, [],
        reason: "the edition of \(inputs.options.edition.rawValue) words it for each key stage of two levels")
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
    var comparison = AmbitionComparison(
      test: "all-matched", outcome: .notAssessable,
      left: ComparedFigure(
        "target, \(subject.title)", record?.pupils.map { .count($0) } ?? .missing(.notSupplied), .pupils),
      relation: .equal,
      right: ComparedFigure("matched pupils", record?.matched.map { .count($0) } ?? .missing(.notSupplied), .pupils),
      sources: sources)
    if let pupils = record?.pupils, let matched = record?.matched {
      comparison.outcome = pupils >= matched ? .met : .notMet
      comparison.pupilsNeeded = max(0, matched - pupils)
    }
    return comparison
  }

  private static func increasing(_ subject: CriterionInputs.Progress, _ tolerance: Rational) -> AmbitionComparison {
    let line = ComparedFigure(
      subject.latest.map { "result of \($0.year.title)" } ?? "latest result",
      subject.latest.map { .value($0.percent) } ?? .missing(.notSupplied), .percent, pupils: subject.latest?.pupils,
      cohort: subject.latest?.cohort)
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
