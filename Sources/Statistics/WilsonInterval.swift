import SchoolStatistics

/// The quantile of the normal distribution that leaves 2.5% on each side.
package let normalQuantile = 1.959964

/// Wilson's score interval for a share, in per cent, at 95%; nil for counts that are no share.
///
/// Good for small cohorts and for 0 and 100%. Source: rulebook §7.1.
package func wilsonInterval(_ numerator: Int, of denominator: Int) -> ConfidenceInterval? {
  guard denominator > 0, numerator >= 0, numerator <= denominator else { return nil }
  return wilsonInterval(Double(numerator) / Double(denominator), of: denominator)
}

/// `p` from 0 to 1.
private func wilsonInterval(_ p: Double, of denominator: Int) -> ConfidenceInterval {
  let d = Double(denominator)
  let z = normalQuantile
  let scale = 1 + z * z / d
  let centre = (p + z * z / (2 * d)) / scale
  let half = z * (p * (1 - p) / d + z * z / (4 * d * d)).squareRoot() / scale
  return ConfidenceInterval(
    lower: p == 0 ? 0 : 100 * (centre - half), upper: p == 1 ? 100 : 100 * (centre + half))
}

/// The same of a percentage that was published rounded: from the lower limit of the least it may be to the upper limit of
/// the most, so that no interval is narrower than the rounding. Source: rulebook §7.2.
package func wilsonInterval(_ share: SampledShare) -> ConfidenceInterval? {
  func limits(_ percent: Rational) -> ConfidenceInterval? {
    wilsonInterval(min(1, max(0, percent.double / 100)), of: share.pupils)
  }
  guard share.pupils > 0, let low = limits(share.percent - share.rounding),
    let high = limits(share.percent + share.rounding)
  else { return nil }
  return ConfidenceInterval(lower: low.lower, upper: high.upper)
}

/// Newcombe's interval for the difference of two shares, in percentage points, at 95%: the two Wilson intervals
/// joined as if at right angles (method 10 of Newcombe 1998, Statistics in Medicine 17).
package func newcombeInterval(_ a: Int, of n: Int, minus b: Int, of m: Int) -> ConfidenceInterval? {
  guard let first = wilsonInterval(a, of: n), let second = wilsonInterval(b, of: m) else { return nil }
  let p = 100 * Double(a) / Double(n)
  let q = 100 * Double(b) / Double(m)
  func joined(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
  return ConfidenceInterval(
    lower: p - q - joined(p - first.lower, second.upper - q), upper: p - q + joined(first.upper - p, q - second.lower))
}
