import Rulebook
import SchoolStatistics

/// What one line of one criterion asks of a target, in pupils of the cohort; known before any target exists.
public struct TargetAsk: Hashable, Sendable {
  public var criterion: AmbitionCriterion
  /// The line: the floor, an estimate, an earlier result.
  public var line: ComparedFigure
  public var relation: ComparisonRelation
  /// Fewest pupils that reach it; nil where the whole cohort would not.
  public var pupils: Int?
  public var cohort: Int
  /// Whether no other line asks for more.
  public var isBinding: Bool
  public init(
    criterion: AmbitionCriterion, line: ComparedFigure, relation: ComparisonRelation, pupils: Int?, cohort: Int,
    isBinding: Bool
  ) {
    (self.criterion, self.line, self.relation) = (criterion, line, relation)
    (self.pupils, self.cohort, self.isBinding) = (pupils, cohort, isBinding)
  }
}

/// Something beside the verdict: paperwork, or the absence targets.
public struct TargetFact: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case completeness, date, absence
    case persistentAbsence = "persistent_absence"
  }
  public var kind: Kind
  public var comparison: AmbitionComparison
  /// What is wrong, in words: "set 12 days late"; empty where nothing is.
  public var words: String
  public init(kind: Kind, comparison: AmbitionComparison, words: String) {
    (self.kind, self.comparison, self.words) = (kind, comparison, words)
  }
}

/// The gap between a group and all other pupils that an area's targets imply, beside the gap of the latest results.
///
/// Over the schools that set both targets; reported, not scored.
public struct GroupTargetGap: Hashable, Sendable {
  public var place: Place
  public var phase: Phase
  public var measure: Measure
  public var targetYear: AcademicYear
  public var group: PupilGroup
  public var schools: Int
  /// Per cent of the group and of the other pupils in the targets.
  public var groupTarget: Rational
  public var othersTarget: Rational
  /// The same in the latest results of the same schools; missing without them.
  public var groupResult: Figure
  public var othersResult: Figure
  public var resultYear: AcademicYear
  public init(
    place: Place, phase: Phase, measure: Measure, targetYear: AcademicYear, group: PupilGroup, schools: Int,
    groupTarget: Rational, othersTarget: Rational, groupResult: Figure, othersResult: Figure,
    resultYear: AcademicYear
  ) {
    (self.place, self.phase, self.measure, self.targetYear, self.group) = (place, phase, measure, targetYear, group)
    (self.schools, self.groupTarget, self.othersTarget) = (schools, groupTarget, othersTarget)
    (self.groupResult, self.othersResult, self.resultYear) = (groupResult, othersResult, resultYear)
  }
  /// Percentage points by which the group lies behind: in the targets, and in the results.
  public var implied: Rational { othersTarget - groupTarget }
  public var today: Rational? {
    guard let group = groupResult.value, let others = othersResult.value else { return nil }
    return others - group
  }
}
