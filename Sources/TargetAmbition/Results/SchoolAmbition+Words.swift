import Rulebook
import SchoolStatistics

extension AmbitionCriterion {
  /// What a target falls short of: "3 pupils short of the top-quartile line".
  public var line: String {
    switch self {
    case .guidance: "the guidance (proxy)"
    case .priorAttainment: "estimate B"
    case .previousBest: "the previous best"
    case .progression: "expected progress for every pupil"
    case .improvement: "a rise on the latest result"
    case .topQuartile: "the top-quartile line"
    }
  }
}

extension SchoolAmbition {
  /// Failed criteria first, those that ask for most pupils before others and what is no matter of pupils before them
  /// all; then the met, then those that could not be assessed.
  public var criteriaInOrder: [AmbitionCriterion] {
    func rank(_ criterion: AmbitionCriterion) -> (Int, Int) {
      switch outcome(criterion) {
      case .notMet: (0, -(pupilsNeeded[criterion.rawValue - 1] ?? .max))
      case .met: (1, 0)
      case .notAssessable: (2, 0)
      }
    }
    return AmbitionCriterion.allCases.sorted { a, b in
      let (one, other) = (rank(a), rank(b))
      return one != other ? one < other : a < b
    }
  }

  /// Why the verdict is what it is, in a line: what the target falls short of and by how many pupils; empty where
  /// nothing is short.
  public var why: String {
    switch state {
    case .late: return "no target held; the last day was \(deadline?.words ?? "31 December")"
    case .notDue: return "due by \(deadline?.words ?? "31 December")"
    case .returned, .returnedLate: break
    }
    return criteriaInOrder.filter { outcome($0) == .notMet }.map { criterion in
      guard let pupils = pupilsNeeded[criterion.rawValue - 1] else { return "\(criterion.line) not reached" }
      if criterion == .progression { return "\(pupils) pupil\(pupils == 1 ? "" : "s") without expected progress" }
      return "\(pupils) pupil\(pupils == 1 ? "" : "s") short of \(criterion.line)"
    }.joined(separator: "; ")
  }
}
