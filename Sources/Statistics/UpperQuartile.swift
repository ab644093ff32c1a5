/// The upper quartile (type 7, as spreadsheets and R have it) of doubles; nil of nothing.
///
/// h = 3(n − 1)/4, linear between the two order statistics beside it. Exact values have `quantile(_:_:of:)`; this is
/// for residuals of a fit, which are doubles. Source: rulebook §6.3.
package func upperQuartile(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let (low, quarters) = (3 * (sorted.count - 1)).quotientAndRemainder(dividingBy: 4)
  guard quarters > 0 else { return sorted[low] }
  return sorted[low] + Double(quarters) / 4 * (sorted[low + 1] - sorted[low])
}
