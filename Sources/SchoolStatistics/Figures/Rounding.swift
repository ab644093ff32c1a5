/// The one rounding rule of the project: half away from zero, on exact fractions.
///
/// Source: rulebook §7.5.
extension Rational {
  /// Units of the last decimal place after rounding: 68.276 to one decimal is 683. Never a double.
  @inlinable public func roundedUnits(decimals: Int) -> Int64 {
    var scale: Int64 = 1
    for _ in 0..<decimals { scale *= 10 }
    // Nearly every figure fits 64 bits, where division is many times faster than with 128.
    let (scaled, isTooLong) = numerator.multipliedReportingOverflow(by: scale)
    if !isTooLong, scaled.magnitude < 1 << 61, denominator < 1 << 61 {
      let magnitude = (2 * scaled.magnitude + denominator.magnitude) / (2 * denominator.magnitude)
      return scaled < 0 ? -Int64(magnitude) : Int64(magnitude)
    }
    return wideRoundedUnits(scale: scale)
  }

  @usableFromInline func wideRoundedUnits(scale: Int64) -> Int64 {
    let n = Int128(numerator) * Int128(scale)
    let d = Int128(denominator)
    let magnitude = (2 * (n < 0 ? -n : n) + d) / (2 * d)
    return Int64(clamping: n < 0 ? -magnitude : magnitude)
  }

  /// The fraction rounded half away from zero to a number of decimals.
  @inlinable public func rounded(decimals: Int) -> Rational {
    var scale: Int64 = 1
    for _ in 0..<decimals { scale *= 10 }
    return Rational(roundedUnits(decimals: decimals), scale)
  }

  /// The rounded value as text with exactly `decimals` decimals and a plain hyphen for minus: `-0.6`, `71`.
  public func text(decimals: Int) -> String {
    let units = roundedUnits(decimals: decimals)
    var scale: UInt64 = 1
    for _ in 0..<decimals { scale *= 10 }
    let (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: scale)
    var text = units < 0 ? "-" : ""
    text += String(whole)
    if decimals > 0 {
      text += "."
      let digits = String(part)
      for _ in digits.utf8.count..<decimals { text += "0" }
      text += digits
    }
    return text
  }
}
