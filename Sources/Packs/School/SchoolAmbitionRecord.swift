import SchoolStatistics
import TargetAmbition

/// What is known of one school's targets and value added.
struct SchoolAmbitionRecord: Sendable {
  /// Newest target year first, the headline measure first within a year.
  var targets: [SchoolAmbition] = []
  /// Criteria of the newest headline target that is held, in full, and what stands beside its verdict.
  var criteria: [CriterionResult] = []
  var facts: [TargetFact] = []
  /// What the criteria ask of the newest round's target, set or not.
  var asks: [TargetAsk] = []
  var outcomes: [TargetOutcome] = []
  var success: [TargetSuccess] = []
  var standings: [ValueAddedStanding] = []

  func target(_ reference: FigureReference) -> SchoolAmbition? {
    targets.first { $0.measure.id == reference.indicator && $0.targetYear == reference.year }
  }
}

extension PackEvidence {
  var targets: [SchoolAmbition] { ambition.targets }
  var criteria: [CriterionResult] { ambition.criteria }
  var targetOutcomes: [TargetOutcome] { ambition.outcomes }
  /// The headline target of the latest year ahead that is held.
  var newestTarget: SchoolAmbition? {
    ambition.targets.first { $0.isHeadline && $0.targetYear > year && $0.state.isHeld }
  }
  /// The headline target of the latest year ahead, set or not: what an autumn visit is about.
  var nextTarget: SchoolAmbition? { ambition.targets.first { $0.isHeadline && $0.targetYear > year } }
  /// The latest value-added score that could be ranked.
  var newestStanding: ValueAddedStanding? {
    ambition.standings.filter { $0.national != nil }.max { $0.year < $1.year }
  }
  /// Mean of result less target on the headline measure.
  var targetBias: Rational? {
    guard let headline = ambition.targets.first(where: \.isHeadline)?.measure ?? ambition.outcomes.first?.measure else {
      return nil
    }
    return ambition.success.first { $0.measure == headline && $0.compared > 1 }?.bias
  }

  /// The indicator of a measure: `ks2_l4_em` is `ks2-l4-em`.
  func indicatorID(of measure: Measure) -> String? {
    let id = measure.id.replacing("_", with: "-")
    return indicator(id) == nil ? nil : id
  }

  func measureTitles(_ measure: Measure) -> String {
    indicatorID(of: measure).flatMap { indicator($0)?.shortTitle } ?? measure.id.replacing("_", with: " ")
  }

  /// After "20 of 29 pupils": what the target is for.
  func toAchieve(_ measure: Measure) -> String? {
    let id = measure.id.replacing("_", with: "-")
    return packMeasures.first { $0.indicator == id }?.use.toAchieve
  }
}
