/// One figure as read or calculated: an exact value, or the reason why there is none.
public enum Figure: Hashable, Sendable {
  case value(Rational)
  case missing(MissingReason)

  @inlinable public static func count(_ n: Int) -> Figure { .value(Rational(n)) }

  @inlinable public var value: Rational? { if case .value(let value) = self { value } else { nil } }
  @inlinable public var reason: MissingReason? { if case .missing(let reason) = self { reason } else { nil } }

  /// The whole number, where the figure is one.
  @inlinable public var count: Int? {
    guard case .value(let value) = self, value.isWhole else { return nil }
    return Int(value.numerator / value.denominator)
  }
}
