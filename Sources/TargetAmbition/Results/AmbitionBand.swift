import Rulebook
import SchoolStatistics

/// The four ratings of strand 1.5, best first.
public enum AmbitionBand: Int, CaseIterable, Comparable, Sendable {
  case outstanding = 1
  case good, needsSomeImprovement, needsSignificantImprovement

  public var title: String {
    switch self {
    case .outstanding: "Outstanding"
    case .good: "Good"
    case .needsSomeImprovement: "Requires some improvement"
    case .needsSignificantImprovement: "Requires significant improvement"
    }
  }

  /// `OS`, `G`, `NI`, `SI`.
  public var code: String {
    switch self {
    case .outstanding: "OS"
    case .good: "G"
    case .needsSomeImprovement: "NI"
    case .needsSignificantImprovement: "SI"
    }
  }

  /// Better bands come first.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The band of `met` schools of `assessed`, in integers; nil where none was assessed.
  ///
  /// 2007: over 95%, over 80%, 50 to 80%, less than 50%. 2009: at least 95%, between 80 and 95%, between 50 and
  /// 80%, less than 50%, with exactly 80% and exactly 50% in the better band. Source: rulebook §5.5.
  public static func of(met: Int, assessed: Int, _ edition: AmbitionEdition) -> AmbitionBand? {
    guard assessed > 0 else { return nil }
    switch edition {
    case .framework2007:
      if 100 * met > 95 * assessed { return .outstanding }
      if 100 * met > 80 * assessed { return .good }
    case .standards2009:
      if 100 * met >= 95 * assessed { return .outstanding }
      if 100 * met >= 80 * assessed { return .good }
    }
    return 100 * met >= 50 * assessed ? .needsSomeImprovement : .needsSignificantImprovement
  }

  /// Fewest schools of `assessed` that must meet the criteria to be in this band or a better one.
  public func fewestSchools(of assessed: Int, _ edition: AmbitionEdition) -> Int {
    (0...assessed).first { AmbitionBand.of(met: $0, assessed: assessed, edition).map { $0 <= self } ?? false }
      ?? assessed
  }

  /// The rule of the band in words, as its edition has it.
  public func rule(_ edition: AmbitionEdition) -> String {
    switch (self, edition) {
    case (.outstanding, .framework2007): "over 95% of schools"
    case (.good, .framework2007): "over 80% and up to 95% of schools"
    case (.needsSomeImprovement, .framework2007): "50% to 80% of schools"
    case (.outstanding, .standards2009): "at least 95% of schools"
    case (.good, .standards2009): "at least 80% and under 95% of schools"
    case (.needsSomeImprovement, .standards2009): "at least 50% and under 80% of schools"
    case (.needsSignificantImprovement, _): "less than 50% of schools"
    }
  }
}
