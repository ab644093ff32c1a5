import SchoolStatistics

/// The choices that the sources leave open, as reference data makes them.
///
/// Source: rulebook §14 (uncertainty register) and the items graded L or D.
public struct Choices: Sendable {
  public var assumptions: [Assumption]

  public init(assumptions: [Assumption]) { self.assumptions = assumptions }

  /// What is assumed where reference data says nothing.
  public static let `default` = Choices(assumptions: [])

  private func choice(_ id: String) -> String? { assumptions.first { $0.id == id }?.choice }

  package var earlyYearsCut: LowestFifthCut { choice("ey-gap.cut").flatMap(LowestFifthCut.init) ?? .rounded }
  /// True where floors are tested on percentages rounded to whole numbers.
  package var testsRoundedPercentages: Bool { choice("floor.basis") == "published_rounded" }
  /// Per cent of a year's authorities that must have data before England or a region is pooled.
  var pooledCoverage: Int { choice("pooling.england-coverage").flatMap(Int.init) ?? 90 }
  /// Authorities that must be known before England is pooled.
  var pooledAuthorities: Int { choice("pooling.england-authorities").flatMap(Int.init) ?? 1 }

  /// Whether authorities with data are enough, of those known, to pool England (or a region).
  package func isCovered(_ authorities: Int, of known: Int, isEngland: Bool) -> Bool {
    authorities > 0 && authorities * 100 >= pooledCoverage * known && (!isEngland || known >= pooledAuthorities)
  }

  /// Per cent of the expected that a figure must rest on before there is a verdict or a direction.
  package var leastCoverage: Int { choice("coverage.least").flatMap(Int.init) ?? 75 }
  /// Per cent of the schools judged in either of two years that must have been judged in both before their numbers compare.
  package var leastJudgedInBoth: Int { choice("change.judged-in-both").flatMap(Int.init) ?? 90 }

  /// Pupils that a school without results and without a known cohort is taken to have.
  package var unknownCohort: Int { choice("reconciliation.unknown-cohort").flatMap(Int.init) ?? 10 }
}

struct AssumptionsFile: Decodable {
  struct Entry: Decodable {
    var id: String
    var choice: String
    var choices: [String]?
    var least: Int?
    var most: Int?
    var reason: String

    var isAllowed: Bool {
      if let choices { return choices.contains(choice) }
      return Int(choice).map { $0 >= least ?? .min && $0 <= most ?? .max } ?? false
    }
    var allowed: String { choices?.joined(separator: ", ") ?? "a whole number from \(least ?? 0) to \(most ?? 100)" }
  }
  var assumptions: [Entry]
}
