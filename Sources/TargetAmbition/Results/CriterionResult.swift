import Rulebook
import SchoolStatistics

/// One of two things compared: a figure with its unit and, where it is a share, the pupils behind it.
public struct ComparedFigure: Hashable, Sendable {
  public enum Unit: String, Sendable {
    case percent, pupils, date
    /// Of one value relative to an estimate.
    case percentagePoints = "percentage_points"
  }
  /// What it is, in words: "target", "FFT type B estimate", "result of 2007/08".
  public var name: String
  /// Exact; in days of the form 20091231 for dates.
  public var value: Figure
  public var unit: Unit
  /// The pupils that a percentage is of, where known.
  public var pupils: Int?
  public var cohort: Int?
  /// Decimals to which the source states it; nil where it is exact: a share of counted pupils, a line of the rules.
  public var decimals: Int?
  public init(
    _ name: String, _ value: Figure, _ unit: Unit, pupils: Int? = nil, cohort: Int? = nil, decimals: Int? = nil
  ) {
    (self.name, self.value, self.unit, self.pupils, self.cohort) = (name, value, unit, pupils, cohort)
    self.decimals = decimals
  }
}

/// How the first figure must stand to the second for a comparison to be met.
public enum ComparisonRelation: String, Sendable {
  case atLeast = "at_least"
  case moreThan = "more_than"
  case atMost = "at_most"
  case equal
  /// The first figure must be there at all.
  case present

  /// The sign between the two figures.
  public var sign: String {
    switch self {
    case .atLeast: "≥"
    case .moreThan: ">"
    case .atMost: "≤"
    case .equal: "="
    case .present: "set"
    }
  }
}

/// One comparison of numbers under a criterion; a reader can redo it by hand.
public struct AmbitionComparison: Hashable, Sendable {
  /// `complete`, `date-set`, `absence`, `floor`, `expected-level`, `estimate-b`, `previous-best`, …
  public var test: String
  public var outcome: CriterionOutcome
  public var left: ComparedFigure
  public var relation: ComparisonRelation
  public var right: ComparedFigure?
  /// Smallest number of pupils by which the target would have to change for the comparison to be met: 0 where it
  /// is met, nil where no number of pupils would do (a missing target, a late date, a target above the cohort).
  public var pupilsNeeded: Int?
  /// The input lines that the figures came from.
  public var sources: [SourceLine]

  public init(
    test: String, outcome: CriterionOutcome, left: ComparedFigure, relation: ComparisonRelation,
    right: ComparedFigure? = nil, pupilsNeeded: Int? = nil, sources: [SourceLine] = []
  ) {
    (self.test, self.outcome, self.left, self.relation, self.right) = (test, outcome, left, relation, right)
    (self.pupilsNeeded, self.sources) = (pupilsNeeded, sources)
  }
}

/// One criterion for one target: the outcome, and every comparison that was made for it or could not be.
public struct CriterionResult: Hashable, Sendable {
  public var criterion: AmbitionCriterion
  public var outcome: CriterionOutcome
  public var comparisons: [AmbitionComparison]
  /// Why it cannot be assessed; empty otherwise.
  public var reason: String
  /// The most pupils that any unmet comparison needs; 0 where met, nil where not assessable or where no number of
  /// pupils would do.
  public var pupilsNeeded: Int?

  public init(
    _ criterion: AmbitionCriterion, _ outcome: CriterionOutcome, _ comparisons: [AmbitionComparison],
    reason: String = ""
  ) {
    (self.criterion, self.outcome, self.comparisons, self.reason) = (criterion, outcome, comparisons, reason)
    switch outcome {
    case .met: pupilsNeeded = 0
    case .notAssessable: pupilsNeeded = nil
    case .notMet:
      let unmet = comparisons.filter { $0.outcome == .notMet }.map(\.pupilsNeeded)
      pupilsNeeded = unmet.contains(nil) ? nil : unmet.compactMap { $0 }.max()
    }
  }
}
