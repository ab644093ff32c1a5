import SchoolStatistics

/// The fewest decimals, from the indicator's own upwards, at which printed values and printed cut-offs tell the same
/// bands as the exact ones: no value ever stands outside the printed limits of its band.
///
/// The nearest peer rounds its labels while its bands use unrounded values (rulebook §6.1, known fault 3).
func shownDecimals(_ values: [Rational], quartiles: [Rational], polarity: Polarity, from decimals: Int) -> Int {
  let bands = values.map { quartileBand(of: $0, quartiles: quartiles, polarity: polarity) }
  for candidate in decimals..<(decimals + 6) {
    let printed = quartiles.map { $0.rounded(decimals: candidate) }
    let agrees = zip(values, bands).allSatisfy {
      quartileBand(of: $0.rounded(decimals: candidate), quartiles: printed, polarity: polarity) == $1
    }
    if agrees { return candidate }
  }
  return decimals + 6
}
