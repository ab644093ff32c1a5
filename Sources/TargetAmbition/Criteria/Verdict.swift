import Rulebook
import SchoolStatistics

/// All six criteria of one target, and what they come to.
enum Verdict {
  /// The criteria as an edition words them; only progression differs.
  static func criteria(_ inputs: CriterionInputs, _ edition: AmbitionEdition) -> [CriterionResult] {
    [
      GuidanceCriterion.judge(inputs), PriorAttainmentCriterion.judge(inputs), PreviousBestCriterion.judge(inputs),
      ProgressionCriterion.judge(inputs, edition), ImprovementCriterion.judge(inputs),
      TopQuartileCriterion.judge(inputs),
    ]
  }

  /// Rulebook §5.4, over some of the criteria: without a target that was due it is not set, without one that was not
  /// it is not due; nothing applicable is not assessable; nothing unmet is met; an exemption excuses the unmet
  /// criteria if all of them are among the excused; anything else is not met.
  static func of(
    _ outcomes: [CriterionOutcome], _ state: TargetState = .returned,
    over criteria: Set<AmbitionCriterion> = Set(AmbitionCriterion.allCases), excused: Set<AmbitionCriterion>
  ) -> AmbitionVerdict {
    if state == .notDue { return .notDue }
    if state == .late { return .notSet }
    let counted = AmbitionCriterion.allCases.filter(criteria.contains).map { ($0, outcomes[$0.rawValue - 1]) }
    if counted.allSatisfy({ $0.1 == .notAssessable }) { return .notAssessable }
    let unmet = Set(counted.filter { $0.1 == .notMet }.map(\.0))
    if unmet.isEmpty { return .met }
    return unmet.isSubset(of: excused) ? .metByExemption : .notMet
  }

  /// What each line asks for in pupils of the cohort: the criteria of a target of no pupils, and what it would take.
  ///
  /// Empty without a cohort. Progression asks for named pupils, not for a number on the headline measure.
  static func asks(_ inputs: CriterionInputs) -> [TargetAsk] {
    guard let record = inputs.target ?? inputs.headline, let cohort = record.cohort, cohort > 0 else { return [] }
    var inputs = inputs
    var nought = record
    (nought.isSet, nought.pupils, nought.percent, nought.percentDecimals) = (true, 0, .value(Rational(0)), nil)
    inputs.target = nought
    if inputs.isHeadline { inputs.headline = nought }
    let results = criteria(inputs, inputs.options.edition).filter { $0.criterion != .progression }
    let lines = results.flatMap { result in
      result.comparisons.compactMap { comparison -> TargetAsk? in
        guard comparison.outcome != .notAssessable, let line = comparison.right, line.unit != .date,
          !comparison.test.hasPrefix("absence")
        else { return nil }
        return TargetAsk(
          criterion: result.criterion, line: line, relation: comparison.relation, pupils: comparison.pupilsNeeded,
          cohort: cohort, isBinding: false)
      }
    }
    let most = lines.map { $0.pupils ?? .max }.max()
    return lines.map { line in
      var line = line
      line.isBinding = (line.pupils ?? .max) == most
      return line
    }
  }
}

extension CriterionInputs {
  /// The record whose exemption is looked at, and what it can excuse: that of the target or the headline within the
  /// scope, or that of a progress target for progression alone.
  func exemption(_ scope: ExemptionScope) -> (record: TargetRecord, excused: Set<AmbitionCriterion>)? {
    if let record = [target, headline].compactMap({ $0 }).first(where: \.isExempted) {
      return (record, scope.criteria)
    }
    return progress.compactMap(\.record).first(where: \.isExempted).map {
      ($0, scope.criteria.intersection([.progression]))
    }
  }
}
