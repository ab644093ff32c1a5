import SchoolStatistics

/// The unweighted mean of the statistical neighbours' values, with how many had data.
///
/// Values enter at the millionth, which is exact for published decimals and keeps sums of fractions within 64 bits.
/// Source: rulebook §6.1 (missing ones are left out) and §6.6 (no mean on fewer than `minimum`).
func neighbourMean(_ values: [Rational], minimum: Int) -> Figure {
  guard values.count >= max(minimum, 1) else { return .missing(values.isEmpty ? .notSupplied : .tooFew) }
  let total = values.reduce(Int64(0)) { $0 + $1.roundedUnits(decimals: 6) }
  return .value(Rational(total, 1_000_000 * Int64(values.count)))
}
