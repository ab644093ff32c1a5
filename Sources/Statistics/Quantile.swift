import SchoolStatistics

/// The type-7 quantile at `part`/`parts` of ascending values, exactly: h = (n − 1)p + 1, linear between neighbours.
///
/// Quartiles are `quantile(_, 1, of: 4)` to `3`; deciles 1 to 9 of 10. O(1).
/// Precondition: `sorted` is ascending and not empty, 0 ≤ part ≤ parts.
/// Source: rulebook §6.3 (R `quantile` type 7, as the Local Authority Interactive Tool uses it).
package func quantile(_ sorted: [Rational], _ part: Int, of parts: Int) -> Rational {
  quantile(count: sorted.count, part, of: parts) { sorted[$0] }
}

/// The same of values that are looked up by their place.
package func quantile(count: Int, _ part: Int, of parts: Int, _ element: (Int) -> Rational) -> Rational {
  precondition(count > 0 && (0...parts).contains(part), "a quantile needs values and a share between 0 and 1")
  let (below, remainder) = ((count - 1) * part).quotientAndRemainder(dividingBy: parts)
  let low = element(below)
  guard remainder > 0 else { return low }
  let high = element(below + 1)
  return high == low ? low : low + (high - low) * Rational(Int64(remainder), Int64(parts))
}

/// All inner cuts: three for quartiles (`parts` = 4), nine for deciles (10).
package func cuts(_ sorted: [Rational], into parts: Int) -> [Rational] {
  (1..<parts).map { quantile(sorted, $0, of: parts) }
}
