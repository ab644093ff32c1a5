import Rulebook
import SchoolStatistics

extension AmbitionCriterion {
  /// A few words, for the head of a column.
  public var title: String {
    switch self {
    case .guidance: "Meets guidance"
    case .priorAttainment: "Builds on prior attainment"
    case .previousBest: "Builds on previous best"
    case .progression: "Progression"
    case .improvement: "Improves on current"
    case .topQuartile: "Top-quartile CVA"
    }
  }

  /// As an edition words it for a phase; the standards of 2009 have no wording of their own for value added and keep
  /// that of 2007.
  public func wording(_ edition: AmbitionEdition, _ phase: Phase) -> String {
    switch (self, edition) {
    case (.guidance, .framework2007): "meet the DCSF guidance"
    case (.guidance, .standards2009): "in line with DCSF guidance"
    case (.priorAttainment, .framework2007): "build on prior attainment"
    case (.priorAttainment, .standards2009): "take account of and build upon prior attainment"
    case (.previousBest, .framework2007): "build on previous best performance"
    case (.previousBest, .standards2009): "build upon previous best performance"
    case (.progression, .framework2007):
      "no children are predicted to make less than two levels’ progress"
        + (phase == .secondary ? " (not applicable without key stage 3)" : "")
    case (.progression, .standards2009):
      phase == .secondary
        ? "increasing numbers of children make expected levels of progress in English and mathematics"
        : "all children make at least two levels of progress"
    case (.improvement, .framework2007): "represent improvement over current attainment for the school"
    case (.improvement, .standards2009): "represent improvement over current attainment and progress"
    case (.topQuartile, _): "at or above the top quartile performance for CVA compared to similar schools"
    }
  }
}

/// What a criterion, or one comparison under it, came to.
public enum CriterionOutcome: String, CaseIterable, Sendable {
  case met
  case notMet = "not_met"
  case notAssessable = "not_assessable"

  public var title: String {
    switch self {
    case .met: "met"
    case .notMet: "not met"
    case .notAssessable: "not assessable"
    }
  }
}

/// What a school's targets for a year come to (rulebook §5.4).
public enum AmbitionVerdict: String, CaseIterable, Sendable {
  case met
  case metByExemption = "met_by_exemption"
  case notMet = "not_met"
  /// The deadline has passed and no target is held; counts as not met.
  case notSet = "not_set"
  /// No target is held, and none is due yet; counts in no share.
  case notDue = "not_due"
  case notAssessable = "not_assessable"

  public var title: String {
    switch self {
    case .met: "ambitious"
    case .metByExemption: "exempt"
    case .notMet: "not ambitious"
    case .notSet: "not set"
    case .notDue: "not due"
    case .notAssessable: "not assessable"
    }
  }
}
