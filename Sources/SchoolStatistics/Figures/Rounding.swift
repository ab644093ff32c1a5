/// The one rounding rule of the project: half away from zero, on exact fractions.
///
/// Source: rulebook §7.5.
extension Rational {
  /// Units of the last decimal place after rounding: 68.276 to one decimal is 683. Never a double.
  public func roundedUnits(decimals: Int) -> Int64 {
    var scale: Int128 = 1
    for _ in 0..<decimals { scale *= 10 }
    let n = Int128(numerator) * scale, d = Int128(denominator)
    let magnitude = (2 * (n < 0 ? -n : n) + d) / (2 * d)
    return Int64(n < 0 ? -magnitude : magnitude)
  }

  /// The fraction rounded half away from zero to a number of decimals.
  public func rounded(decimals: Int) -> Rational {
    var scale: Int64 = 1
    for _ in 0..<decimals { scale *= 10 }
    return Rational(roundedUnits(decimals: decimals), scale)
  }

  /// The rounded value as text with exactly `decimals` decimals and a plain hyphen for minus: `-0.6`, `71`.
  public func text(decimals: Int) -> String {
    let units = roundedUnits(decimals: decimals)
    var digits = String(units.magnitude)
    if decimals > 0 {
      if digits.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return units < 0 ? "-" + digits : digits
  }
}
