import SchoolStatistics

/// The unweighted mean of the statistical neighbours' values, with how many had data.
///
/// Values enter at the millionth, which is exact for published decimals and keeps sums of fractions within 64 bits.
/// Source: rulebook §6.1 (missing ones are left out) and §6.6 (no mean on fewer than `minimum`).
///
/// - Parameter millionths: the neighbours' values, each rounded to the millionth.
func neighbourMean(_ millionths: some Collection<Int64>, minimum: Int) -> Figure {
  guard millionths.count >= max(minimum, 1) else { return .missing(millionths.isEmpty ? .notSupplied : .tooFew) }
  return .value(Rational(millionths.reduce(0, +), 1_000_000 * Int64(millionths.count)))
}
