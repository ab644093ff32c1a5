import TargetAmbition

/// How the ratings of strands make the rating of a phase, and those of phases an overall one (rulebook section 8.2). No
/// document states a rule; each of these gives the one published example.
public enum OverallRule: String, CaseIterable, Decodable, Sendable {
  case fewBelow = "A"
  case threeQuarters = "B"
  case mean = "C"

  /// What the rule says, for readers.
  public var words: String {
    switch self {
    case .fewBelow:
      "a phase is Good where at most one strand is below Good and none requires significant improvement; overall is the median of the phases, the worse of two"
    case .threeQuarters: "Good where at least 75% of strands are Good or better, overall of the strands of all phases"
    case .mean:
      "Good where the mean is 2.25 or better, Outstanding being 1, overall of the strands of all phases"
    }
  }

  /// The rating of a phase.
  public func phase(_ cells: [StrandRating]) -> OverallRating { overall(of: cells) { rate($0) } }

  /// The rating of all phases together.
  public func overall(_ phases: [[StrandRating]]) -> OverallRating {
    guard self == .fewBelow else { return phase(phases.flatMap { $0 }) }
    return overall(of: phases.map { phase($0).cell }) { $0.sorted()[$0.count / 2] }
  }

  private func overall(of cells: [StrandRating], _ rate: ([AmbitionBand]) -> AmbitionBand) -> OverallRating {
    let missing = cells.count { $0 == .notStated }
    if missing > 0 { return .incomplete(missing: missing) }
    let ratings = cells.compactMap(\.rating)
    return ratings.isEmpty ? .notApplicable : .rated(rate(ratings))
  }

  /// The example does not reach the ends of the scale; half the strands requiring significant improvement, or none below
  /// Good and more than half Outstanding, are this tool's own lines.
  private func rate(_ ratings: [AmbitionBand]) -> AmbitionBand {
    let significant = ratings.count { $0 == .needsSignificantImprovement }
    let below = ratings.count { $0 > .good }
    if 2 * significant >= ratings.count { return .needsSignificantImprovement }
    if below == 0, 2 * ratings.count(where: { $0 == .outstanding }) > ratings.count { return .outstanding }
    let isGood =
      switch self {
      case .fewBelow: below <= 1 && significant == 0
      case .threeQuarters: 4 * (ratings.count - below) >= 3 * ratings.count
      case .mean: 4 * ratings.reduce(0) { $0 + $1.rawValue } <= 9 * ratings.count
      }
    return isGood ? .good : .needsSomeImprovement
  }
}

/// What stands in one cell of the dashboard.
public enum StrandRating: Hashable, Sendable {
  case rated(AmbitionBand)
  /// The phase does not have the strand.
  case notApplicable
  case notStated

  public var rating: AmbitionBand? { if case .rated(let band) = self { band } else { nil } }
}

/// A rating made of others.
public enum OverallRating: Hashable, Sendable {
  case rated(AmbitionBand)
  case notApplicable
  /// Some ratings are not stated.
  case incomplete(missing: Int)

  fileprivate var cell: StrandRating {
    switch self {
    case .rated(let band): .rated(band)
    case .notApplicable: .notApplicable
    case .incomplete: .notStated
    }
  }
}
