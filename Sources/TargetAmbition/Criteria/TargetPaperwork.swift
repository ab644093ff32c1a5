import Rulebook
import SchoolStatistics

/// What stands beside the verdict of a school's targets: whether all were set and in time, and where the absence
/// targets lie.
///
/// Facts with their own words, no parts of ambition. Source: rulebook §4.1 (last day) and §4.2 (absence).
enum TargetPaperwork {
  static func facts(_ inputs: CriterionInputs) -> [TargetFact] {
    // Where the headline target itself is missing, the verdict says so already.
    let isHeld = inputs.headline?.isSet ?? false
    let complete = completeness(inputs).map { comparison in
      TargetFact(
        kind: .completeness, comparison: comparison,
        words: comparison.outcome == .notMet && isHeld ? "no \(comparison.left.name)" : "")
    }
    let dates = date(inputs).map { comparison in
      TargetFact(kind: .date, comparison: comparison, words: dateWords(inputs, comparison.outcome))
    }
    let absences = absence(inputs).map { comparison in
      TargetFact(
        kind: .absence, comparison: comparison,
        words: comparison.outcome == .notMet ? "absence target above the \(comparison.right?.name ?? "line")" : "")
    }
    let persistent = persistentAbsence(inputs).map { comparison in
      TargetFact(
        kind: .persistentAbsence, comparison: comparison,
        words: comparison.outcome == .notMet ? "persistent-absence target not below the latest rate" : "")
    }
    return complete + dates + absences + persistent
  }

  /// All targets set, and by the last day; not assessable before it, and without a date.
  static func isCompleteOnTime(_ inputs: CriterionInputs) -> CriterionOutcome {
    let all = completeness(inputs) + date(inputs)
    if all.contains(where: { $0.outcome == .notMet }) { return .notMet }
    return all.contains { $0.outcome == .notAssessable } ? .notAssessable : .met
  }

  static func outcome(_ comparisons: [AmbitionComparison]) -> CriterionOutcome {
    if comparisons.contains(where: { $0.outcome == .notMet }) { return .notMet }
    return comparisons.contains { $0.outcome == .met } ? .met : .notAssessable
  }

  /// The attainment targets, and an absence target where one is asked for.
  private static func completeness(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    GuidanceCriterion.completeness(inputs)
      + (inputs.absence.isRequired ? [GuidanceCriterion.present("absence", inputs.absence.record, inputs)] : [])
  }

  /// The governing body set the target by the last day; none where no target is held.
  static func date(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    guard let record = inputs.headline, record.isSet else { return [] }
    var comparison = AmbitionComparison(
      test: "date-set", outcome: .notAssessable,
      left: ComparedFigure("date set", record.dateSet.map { .count($0.digits) } ?? .missing(.blank), .date),
      relation: .atMost, right: ComparedFigure("last day", .count(inputs.deadline.digits), .date),
      sources: [record.source])
    if let date = record.dateSet {
      comparison.outcome = date <= inputs.deadline ? .met : .notMet
      if comparison.outcome == .met { comparison.pupilsNeeded = 0 }
    }
    return [comparison]
  }

  private static func dateWords(_ inputs: CriterionInputs, _ outcome: CriterionOutcome) -> String {
    switch outcome {
    case .met: ""
    case .notAssessable: "no date of setting"
    case .notMet: inputs.headline?.dateSet.map { daysLate($0.days(since: inputs.deadline)) } ?? ""
    }
  }

  /// `set 12 days late`
  static func daysLate(_ days: Int) -> String { "set \(days) day\(days == 1 ? "" : "s") late" }

  /// The absence target is no higher than similar schools' median, the latest rate and the earlier target.
  static func absence(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    guard let record = inputs.absence.record, record.percent.value != nil else { return [] }
    let lines: [(String, ComparedFigure)] = [
      (
        "absence-median",
        ComparedFigure("median of schools with similar free school meals", inputs.absence.median, .percent)
      ),
      ("absence-latest", ComparedFigure("latest absence", inputs.absence.latest, .percent)),
      (
        "absence-earlier",
        ComparedFigure(
          "earlier absence target", inputs.absence.earlierTarget, .percent, decimals: inputs.absence.earlierDecimals)
      ),
    ]
    return lines.map { test, line in
      AmbitionComparison(
        comparing: test,
        ComparedFigure("absence target", record.percent, .percent, decimals: record.percentDecimals), .atMost, line,
        sources: [record.source] + inputs.absence.sources)
    }
  }

  /// The target for persistent absence is below the latest rate.
  private static func persistentAbsence(_ inputs: CriterionInputs) -> [AmbitionComparison] {
    guard let record = inputs.absence.persistentRecord else { return [] }
    return [
      AmbitionComparison(
        comparing: "persistent-absence",
        ComparedFigure("latest persistent absence", inputs.absence.persistentLatest, .percent), .moreThan,
        ComparedFigure("target", record.percent, .percent, decimals: record.percentDecimals),
        sources: [record.source] + inputs.absence.persistentSources)
    ]
  }
}
