/// The type 7 quantile, that of spreadsheets and of R's default; nil of nothing.
///
/// h = (n − 1)p + 1, interpolated between the two order statistics beside it. Source: rulebook §6.3.
func quantile(_ values: [Double], _ p: Double) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let h = Double(sorted.count - 1) * p
  let low = Int(h)
  guard low + 1 < sorted.count else { return sorted[low] }
  return sorted[low] + (h - Double(low)) * (sorted[low + 1] - sorted[low])
}
