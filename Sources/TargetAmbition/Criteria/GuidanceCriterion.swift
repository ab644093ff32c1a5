import SchoolStatistics

/// C1, "meet DCSF guidance": all statutory targets set, in time, and at least where the guidance points.
///
/// The figures of the guidance for 2008 and 2009 were not found; the sub-tests of rulebook §5.3 stand for it.
/// A missing target is not met, a missing comparator leaves its sub-test out; without any comparator (absence,
/// floor, expected level) the criterion cannot be assessed.
enum GuidanceCriterion {
  static func judge(_ inputs: CriterionInputs) -> CriterionResult {
    let complete = completeness(inputs)
    let date = dateSet(inputs)
    let levels = absence(inputs) + floor(inputs) + expectedLevel(inputs)
    let all = complete + date + levels
    if all.contains(where: { $0.outcome == .notMet }) { return CriterionResult(.guidance, .notMet, all) }
    let isSilent = !levels.isEmpty && levels.allSatisfy { $0.outcome == .notAssessable }
    return isSilent
      ? CriterionResult(
        .guidance, .notAssessable, all, reason: "no absence, floor or prior-attainment figure to compare with")
      : CriterionResult(.guidance, .met, all)
  }

  /// (a) Every target that the year's regulations ask for is there.
  private static func completeness(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    var asked: [(name: String, record: TargetRecord?)] = [(inputs.phase.benchmarkName, inputs.headline)]
    if inputs.targetYear.ending >= inputs.phase.progressFrom {
      asked += inputs.progress.map { ($0.title, $0.record) }
    }
    if inputs.absence.isRequired { asked.append(("absence", inputs.absence.record)) }
    return asked.map { name, record in
      let isSet = record?.isSet ?? false
      return AmbitionComparison(
        test: "complete", outcome: isSet ? .met : .notMet,
        left: ComparedFigure(
          "target for \(name)", record?.percent ?? .missing(.notSupplied), .percent, pupils: record?.pupils,
          cohort: record?.cohort),
        relation: .present, pupilsNeeded: isSet ? 0 : nil, sources: record.map { [$0.source] } ?? [])
    }
  }

  /// (b) The governing body set the target by 31 December of the round's year.
  private static func dateSet(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    guard inputs.options.guidance.dateSet, let record = inputs.headline else { return [] }
    let limit = inputs.roundYear.ending * 10000 + 1231
    var comparison = AmbitionComparison(
      test: "date-set", outcome: .notAssessable,
      left: ComparedFigure("date set", record.dateSet.map { .count($0.digits) } ?? .missing(.blank), .date),
      relation: .atMost, right: ComparedFigure("last day", .count(limit), .date), sources: [record.source])
    if let date = record.dateSet {
      comparison.outcome = date.digits <= limit ? .met : .notMet
      if comparison.outcome == .met { comparison.pupilsNeeded = 0 }
    }
    return [comparison]
  }

  /// (c) The absence target is no higher than similar schools' median, the latest rate and the earlier target.
  private static func absence(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    guard inputs.options.guidance.absence, let record = inputs.absence.record, let target = record.percent.value else {
      return []
    }
    let lines: [(String, String, Figure)] = [
      ("absence-median", "median of schools with similar free school meals", inputs.absence.median),
      ("absence-latest", "latest absence", inputs.absence.latest),
      ("absence-earlier", "earlier absence target", inputs.absence.earlierTarget),
    ]
    return lines.map { test, name, line in
      var comparison = AmbitionComparison(
        test: test, outcome: .notAssessable, left: ComparedFigure("absence target", record.percent, .percent),
        relation: .atMost, right: ComparedFigure(name, line, .percent),
        sources: [record.source] + inputs.absence.sources)
      if let value = line.value {
        comparison.outcome = target <= value ? .met : .notMet
        if comparison.outcome == .met { comparison.pupilsNeeded = 0 }
      }
      return comparison
    }
  }

  /// (d) The threshold target is at or above the floor of the target year.
  private static func floor(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    guard inputs.options.guidance.floor, let record = inputs.headline, record.isSet else { return [] }
    let floor = inputs.phase.floor(in: inputs.targetYear)
    return [
      .target(
        "floor", record, .atLeast,
        ComparedFigure("floor", floor.map { .value($0) } ?? .missing(.notAvailable), .percent),
        tolerance: inputs.tolerance)
    ]
  }

  /// (e) Pupils at level 2 or above in both subjects at key stage 1 reach level 4.
  private static func expectedLevel(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    guard inputs.options.guidance.expectedLevel, inputs.phase.expectedLevel, let record = inputs.headline, record.isSet
    else {
      return []
    }
    let share = inputs.options.guidance.expectedLevelShare.value
    var comparison = AmbitionComparison(
      test: "expected-level", outcome: .notAssessable,
      left: ComparedFigure("target", record.pupils.map { .count($0) } ?? .missing(.notSupplied), .pupils),
      relation: .atLeast,
      right: ComparedFigure(
        "pupils at level 2 or above in both subjects at key stage 1",
        record.priorAttainmentPupils.map { .value(share * Rational($0)) } ?? .missing(.notSupplied), .pupils),
      sources: [record.source])
    if let pupils = record.pupils, let prior = record.priorAttainmentPupils {
      let wanted = share * Rational(prior)
      let fewest = Int((wanted.numerator + wanted.denominator - 1) / wanted.denominator)
      comparison.outcome = pupils >= fewest ? .met : .notMet
      comparison.pupilsNeeded = max(0, fewest - pupils)
    }
    return [comparison]
  }
}
