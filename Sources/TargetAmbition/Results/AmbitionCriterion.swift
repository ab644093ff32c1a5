import SchoolStatistics

/// The six criteria of an ambitious target.
///
/// Source: quality management framework 2007 and quality standards 2009, strand 1.5; rulebook §5.1 and §5.3.
public enum AmbitionCriterion: Int, CaseIterable, Comparable, Sendable {
  case guidance = 1
  case priorAttainment, previousBest, progression, improvement, topQuartile

  /// C1 to C6, as tables head their columns.
  public var code: String { "C\(rawValue)" }

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

  /// As the quality standards word it.
  public var wording: String {
    switch self {
    case .guidance: "meet DCSF guidance"
    case .priorAttainment: "build on prior attainment"
    case .previousBest: "build on previous best performance"
    case .progression: "no child predicted to make less than two levels of progress"
    case .improvement: "represent improvement over current attainment"
    case .topQuartile: "at or above the top quartile performance for CVA compared to similar schools"
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
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

/// What a school's six criteria come to (rulebook §5.4).
public enum AmbitionVerdict: String, CaseIterable, Sendable {
  case met
  case metByExemption = "met_by_exemption"
  case notMet = "not_met"
  case notAssessable = "not_assessable"

  public var title: String {
    switch self {
    case .met: "ambitious"
    case .metByExemption: "exempt"
    case .notMet: "not ambitious"
    case .notAssessable: "not assessable"
    }
  }
}
