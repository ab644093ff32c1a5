import SchoolStatistics

/// The type-7 quantile at `part`/`parts` of ascending values, exactly: h = (n − 1)p + 1, linear between neighbours.
///
/// Quartiles are `quantile(_, 1, of: 4)` to `3`; deciles 1 to 9 of 10. O(1).
/// Precondition: `sorted` is ascending and not empty, 0 ≤ part ≤ parts.
/// Source: rulebook §6.3 (R `quantile` type 7, as the Local Authority Interactive Tool uses it).
package func quantile(_ sorted: [Rational], _ part: Int, of parts: Int) -> Rational {
  precondition(!sorted.isEmpty && (0...parts).contains(part), "a quantile needs values and a share between 0 and 1")
  let (below, remainder) = ((sorted.count - 1) * part).quotientAndRemainder(dividingBy: parts)
  let low = sorted[below]
  guard remainder > 0, sorted[below + 1] != low else { return low }
  return low + (sorted[below + 1] - low) * Rational(Int64(remainder), Int64(parts))
}

/// All inner cuts: three for quartiles (`parts` = 4), nine for deciles (10).
package func cuts(_ sorted: [Rational], into parts: Int) -> [Rational] {
  (1..<parts).map { quantile(sorted, $0, of: parts) }
}
