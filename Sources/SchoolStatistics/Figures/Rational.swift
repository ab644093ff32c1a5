/// An exact fraction. All comparisons, ranks and roundings are made on these, never on binary doubles.
///
/// Numerator and denominator are kept as given (not reduced unless needed to fit); the denominator is positive.
/// Arithmetic is exact while the reduced terms of a result fit 64 bits, as those of every count, percentage, gap and
/// published decimal do; a longer one (a mean over many unlike denominators) is kept to 62 bits, and a larger one to the
/// largest number there is.
public struct Rational: Sendable {
  public let numerator: Int64
  public let denominator: Int64

  /// Precondition: `denominator` is not zero.
  @inlinable public init(_ numerator: Int64, _ denominator: Int64 = 1) {
    precondition(denominator != 0, "a fraction needs a denominator other than zero")
    self.numerator = denominator < 0 ? -numerator : numerator
    self.denominator = denominator < 0 ? -denominator : denominator
  }

  @inlinable public init(_ whole: Int) { self.init(Int64(whole), 1) }

  /// A decimal given in millionths: 95_700_000 is 95.7.
  @inlinable public init(millionths: Int64) { self.init(millionths, 1_000_000) }

  /// 100 × part / whole, the percentage. Precondition: `whole` is positive.
  @inlinable public static func percent(_ part: Int, of whole: Int) -> Rational {
    Rational(Int64(part) * 100, Int64(whole))
  }

  @inlinable init(wide numerator: Int128, _ denominator: Int128) {
    if let n = Int64(exactly: numerator), let d = Int64(exactly: denominator) {
      self.init(n, d)
    } else {
      self.init(reducing: numerator, denominator)
    }
  }

  @usableFromInline init(reducing numerator: Int128, _ denominator: Int128) {
    var n = numerator
    var d = denominator
    var a = n < 0 ? -n : n
    var b = d
    while b != 0 { (a, b) = (b, a % b) }
    n /= a
    d /= a
    // Only long sums over unlike denominators come here: halve both terms until they fit, 62 bits or more remain.
    while Int64(exactly: n) == nil || Int64(exactly: d) == nil {
      if d == 1 {
        // No figure about schools is as large: the largest there is stands for it.
        self.init(n < 0 ? -Int64.max : .max, 1)
        return
      }
      n /= 2
      d /= 2
    }
    self.init(Int64(n), Int64(d))
  }

  @inlinable public var isWhole: Bool { denominator == 1 || numerator % denominator == 0 }
  @inlinable public var magnitude: Rational { Rational(abs(numerator), denominator) }
  /// The nearest double, for drawing and for statistics with square roots.
  @inlinable public var double: Double { Double(numerator) / Double(denominator) }

  @inlinable public static func + (a: Self, b: Self) -> Self {
    if a.denominator == b.denominator {
      return Rational(wide: Int128(a.numerator) + Int128(b.numerator), Int128(a.denominator))
    }
    return Rational(
      wide: Int128(a.numerator) * Int128(b.denominator) + Int128(b.numerator) * Int128(a.denominator),
      Int128(a.denominator) * Int128(b.denominator))
  }
  @inlinable public static prefix func - (a: Self) -> Self { Rational(-a.numerator, a.denominator) }
  @inlinable public static func - (a: Self, b: Self) -> Self { a + -b }
  @inlinable public static func * (a: Self, b: Self) -> Self {
    Rational(wide: Int128(a.numerator) * Int128(b.numerator), Int128(a.denominator) * Int128(b.denominator))
  }
  /// Precondition: `b` is not zero.
  @inlinable public static func / (a: Self, b: Self) -> Self {
    let sign: Int128 = b.numerator < 0 ? -1 : 1
    return Rational(
      wide: sign * Int128(a.numerator) * Int128(b.denominator), sign * Int128(a.denominator) * Int128(b.numerator))
  }
}

extension Rational: Hashable, Comparable {
  @inlinable public static func == (a: Self, b: Self) -> Bool {
    if a.denominator == b.denominator { return a.numerator == b.numerator }
    return Int128(a.numerator) * Int128(b.denominator) == Int128(b.numerator) * Int128(a.denominator)
  }
  @inlinable public static func < (a: Self, b: Self) -> Bool {
    if a.denominator == b.denominator { return a.numerator < b.numerator }
    return Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
  }
  public func hash(into hasher: inout Hasher) {
    var a = numerator.magnitude
    var b = denominator.magnitude
    while b != 0 { (a, b) = (b, a % b) }
    hasher.combine(numerator / Int64(max(a, 1)))
    hasher.combine(denominator / Int64(max(a, 1)))
  }
}
