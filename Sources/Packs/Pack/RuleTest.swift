import SchoolStatistics
import Statistics

/// A quantity that a rule compares.
public indirect enum RuleOperand: Hashable, Sendable {
  /// The number in a cell.
  case cell(FigureReference)
  /// 100 × one cell ÷ another, never the rounded value.
  case share(part: FigureReference, whole: FigureReference)
  case constant(Rational)
  case difference(RuleOperand, RuleOperand)

  public func value(in source: some FigureLookup) -> Rational? {
    switch self {
    case .constant(let value): return value
    case .cell(let reference): return source.number(reference)
    case .share(let part, let whole):
      guard let part = source.number(part), let whole = source.number(whole), whole > Rational(0) else { return nil }
      return Rational(100) * part / whole
    case .difference(let a, let b):
      guard let a = a.value(in: source), let b = b.value(in: source) else { return nil }
      return a - b
    }
  }
}

/// Pupils who achieved and pupils in the cohort, by their cells.
public struct RuleShare: Hashable, Sendable {
  public var part: FigureReference
  public var whole: FigureReference
  public init(part: FigureReference, whole: FigureReference) { (self.part, self.whole) = (part, whole) }

  func sample(in source: some FigureLookup) -> SampledShare? {
    guard let part = source.number(part), let whole = source.number(whole), part.isWhole, whole.isWhole,
      whole > Rational(0)
    else { return nil }
    return SampledShare(pupils: Int(whole.double), percent: Rational(100) * part / whole)
  }
}

/// One comparison that has to hold for a rule to speak, on cells of the written tables, so that anybody can
/// repeat it from those tables alone.
public enum RuleTest: Hashable, Sendable {
  case atLeast(RuleOperand, RuleOperand)
  case below(RuleOperand, RuleOperand)
  /// The share of pupils lies below (or above) a percentage by more than chance at 95%: z test on the counts,
  /// with at least five pupils expected on either side (rulebook §7.2).
  case significant(part: FigureReference, whole: FigureReference, against: RuleOperand, below: Bool)
  /// One share of pupils lies below (or above) another by more than chance at 95%: two samples, allowing for the best
  /// of several where the other was picked from them (`TwoSampleTest`).
  case differs(RuleShare, from: RuleShare, bestOf: Int, below: Bool)
  /// The text of a cell is the given one: `significance` is `below`.
  case text(FigureReference, String)

  /// False where a figure is missing.
  public func holds(in source: some FigureLookup) -> Bool {
    switch self {
    case .atLeast(let a, let b):
      guard let a = a.value(in: source), let b = b.value(in: source) else { return false }
      return a >= b
    case .below(let a, let b):
      guard let a = a.value(in: source), let b = b.value(in: source) else { return false }
      return a < b
    case .significant(let part, let whole, let against, let below):
      guard let part = source.number(part), let whole = source.number(whole), let national = against.value(in: source)
      else { return false }
      return Self.isSignificant(part, whole, Rational(1, 100) * national, below: below)
    case .differs(let share, let other, let candidates, let below):
      guard let own = share.sample(in: source), let other = other.sample(in: source) else { return false }
      return TwoSampleTest(own, other, bestOf: candidates).significance == (below ? .below : .above)
    case .text(let reference, let expected): return source.text(reference) == expected
    }
  }

  /// |part/whole - share| against 1.96 standard errors, squared so that it stays exact.
  static func isSignificant(_ part: Rational, _ whole: Rational, _ share: Rational, below: Bool) -> Bool {
    let one = Rational(1)
    let five = Rational(5)
    guard whole * share >= five, whole * (one - share) >= five else { return false }
    let difference = part / whole - share
    guard below ? difference < Rational(0) : difference > Rational(0) else { return false }
    return difference * difference * whole >= Rational(38416, 10000) * share * (one - share)
  }
}
