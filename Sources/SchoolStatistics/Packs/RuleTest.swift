/// A quantity that a rule compares.
public indirect enum RuleOperand: Hashable, Sendable {
  /// The number in a cell.
  case cell(FigureReference)
  /// 100 × numerator ÷ denominator of a row, never the rounded value.
  case share(FigureReference)
  case constant(Rational)
  case difference(RuleOperand, RuleOperand)

  public func value(in source: some FigureSource) -> Rational? {
    switch self {
    case .constant(let value): return value
    case .cell(let reference): return source.number(reference)
    case .share(let reference):
      guard let part = source.number(reference.column("numerator")),
        let whole = source.number(reference.column("denominator")), whole > Rational(0)
      else { return nil }
      return Rational(100) * part / whole
    case .difference(let a, let b):
      guard let a = a.value(in: source), let b = b.value(in: source) else { return nil }
      return a - b
    }
  }
}

/// One comparison that has to hold for a rule to speak, on cells of the written tables, so that anybody can
/// repeat it from those tables alone.
public enum RuleTest: Hashable, Sendable {
  case atLeast(RuleOperand, RuleOperand)
  case below(RuleOperand, RuleOperand)
  /// The text of a cell is the given one: `significance` is `below`.
  case text(FigureReference, String)

  /// False where a figure is missing.
  public func holds(in source: some FigureSource) -> Bool {
    switch self {
    case .atLeast(let a, let b):
      guard let a = a.value(in: source), let b = b.value(in: source) else { return false }
      return a >= b
    case .below(let a, let b):
      guard let a = a.value(in: source), let b = b.value(in: source) else { return false }
      return a < b
    case .text(let reference, let expected): return source.text(reference) == expected
    }
  }
}
