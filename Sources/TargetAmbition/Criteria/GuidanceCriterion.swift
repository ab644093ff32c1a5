import SchoolStatistics

/// C1, "meet DCSF guidance": all statutory targets set, and at least where the guidance points.
///
/// A proxy: the figures of the guidance for 2008 and 2009 were not found, and the sub-tests of rulebook §5.3 stand for
/// it; `counts` names those that do. A target that is missing after its last day is not met, a missing comparator
/// leaves its sub-test out; without any comparator the criterion cannot be assessed.
enum GuidanceCriterion {
  static func judge(_ inputs: CriterionInputs) -> CriterionResult {
    guard inputs.isHeadline else {
      return CriterionResult(.guidance, .notAssessable, [], reason: "judged with the headline target")
    }
    let counts = inputs.options.guidance.counts
    let complete = counts.contains(.complete) ? completeness(inputs) : []
    let dates = counts.contains(.dateSet) ? TargetPaperwork.date(inputs) : []
    let absence = counts.contains(.absence) ? TargetPaperwork.absence(inputs) : []
    let levels =
      (counts.contains(.floor) ? floor(inputs) : []) + (counts.contains(.expectedLevel) ? expectedLevel(inputs) : [])
      + absence
    let all = complete + dates + levels
    if all.contains(where: { $0.outcome == .notMet }) { return CriterionResult(.guidance, .notMet, all) }
    if complete.contains(where: { $0.outcome == .notAssessable }) {
      return CriterionResult(
        .guidance, .notAssessable, all, reason: "targets are not due until \(inputs.deadline.words)")
    }
    if !levels.isEmpty, levels.allSatisfy({ $0.outcome == .notAssessable }) {
      return CriterionResult(
        .guidance, .notAssessable, all, reason: "no floor or prior-attainment figure to compare with")
    }
    return CriterionResult(.guidance, .met, all)
  }

  /// Every attainment target that the year's regulations ask for is there; before the last day none is missing yet.
  static func completeness(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    var asked: [(name: String, record: TargetRecord?)] = [(inputs.phase.benchmarkName, inputs.headline)]
    if inputs.targetYear.ending >= inputs.phase.progressFrom {
      asked += inputs.progress.map { ($0.title, $0.record) }
    }
    return asked.map { present($0.name, $0.record, inputs) }
  }

  static func present(_ name: String, _ record: TargetRecord?, _ inputs: CriterionInputs) -> AmbitionComparison {
    let isSet = record?.isSet ?? false
    return AmbitionComparison(
      test: "complete", outcome: isSet ? .met : inputs.isDue ? .notMet : .notAssessable,
      left: ComparedFigure(
        "target for \(name)", record?.percent ?? .missing(.notSupplied), .percent, pupils: record?.pupils,
        cohort: record?.cohort, decimals: record?.percentDecimals),
      relation: .present, pupilsNeeded: isSet ? 0 : nil, sources: record.map { [$0.source] } ?? [])
  }

  /// The threshold target is at or above the floor of the target year, which is an exact line.
  private static func floor(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    guard let record = inputs.headline, record.isSet else { return [] }
    let floor = inputs.phase.floor(in: inputs.targetYear)
    return [
      .target(
        "floor", record, .atLeast,
        ComparedFigure("floor", floor.map { .value($0) } ?? .missing(.notAvailable), .percent),
        tolerance: inputs.tolerance)
    ]
  }

  /// Pupils at level 2 or above in both subjects at key stage 1 reach level 4.
  private static func expectedLevel(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    guard inputs.phase.expectedLevel, let record = inputs.headline, record.isSet else { return [] }
    let share = inputs.options.guidance.expectedLevelShare.value
    return [
      .pupils(
        "expected-level",
        ComparedFigure("target", record.pupils.map { .count($0) } ?? .missing(.notSupplied), .pupils), .atLeast,
        ComparedFigure(
          "pupils at level 2 or above in both subjects at key stage 1",
          record.priorAttainmentPupils.map { .value(share * Rational($0)) } ?? .missing(.notSupplied), .pupils),
        sources: [record.source])
    ]
  }
}
