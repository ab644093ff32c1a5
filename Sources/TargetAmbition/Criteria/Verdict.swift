import Rulebook
import SchoolStatistics

/// All six criteria of one target, and what they come to.
enum Verdict {
  static func criteria(_ inputs: CriterionInputs) -> [CriterionResult] {
    [
      GuidanceCriterion.judge(inputs), PriorAttainmentCriterion.judge(inputs), PreviousBestCriterion.judge(inputs),
      ProgressionCriterion.judge(inputs), ImprovementCriterion.judge(inputs), TopQuartileCriterion.judge(inputs),
    ]
  }

  /// Rulebook §5.4: nothing applicable is not assessable; nothing unmet is met; an exemption with a reason and a
  /// decider excuses the unmet criteria if all of them are in its scope; anything else is not met.
  static func of(_ outcomes: [CriterionOutcome], exemption record: TargetRecord?, scope: ExemptionScope)
    -> AmbitionVerdict
  {
    if outcomes.allSatisfy({ $0 == .notAssessable }) { return .notAssessable }
    let unmet = AmbitionCriterion.allCases.filter { outcomes[$0.rawValue - 1] == .notMet }
    if unmet.isEmpty { return .met }
    let isInScope = scope == .all || unmet == [.topQuartile]
    return isInScope && record?.isExempted == true ? .metByExemption : .notMet
  }
}
