import SchoolStatistics

/// Fills the region's value beside every authority's, the difference, and whether it is more than chance.
///
/// The test is the one used against England (rulebook §7.2) with the region's percentage in its place; it applies to
/// shares of at least ten pupils whose expected counts on either side are five or more.
func compareWithRegions(
  _ values: inout [IndicatorValue], areas: [Area], indicators: [Indicator], positions: [String: [Int]]
) {
  let regionOf = Dictionary(areas.map { ($0.place, $0.regionCode) }, uniquingKeysWith: { first, _ in first })
  for indicator in indicators {
    var regional: [FieldKey: [String: Rational]] = [:]
    for position in positions[indicator.id] ?? [] {
      guard case .region(let code) = values[position].place, let value = values[position].value.value else { continue }
      regional[FieldKey(year: values[position].year, group: values[position].group), default: [:]][code] = value
    }
    for position in positions[indicator.id] ?? [] {
      guard case .localAuthority = values[position].place, let region = regionOf[values[position].place],
        let comparator = regional[FieldKey(year: values[position].year, group: values[position].group)]?[region]
      else { continue }
      values[position].regional = .value(comparator)
      guard let own = values[position].value.value else {
        values[position].regionalDifference = values[position].value
        continue
      }
      guard indicator.unit != .schools else {
        values[position].regionalDifference = .missing(.notApplicable)
        continue
      }
      values[position].regionalDifference = .value(own - comparator)
      values[position].regionalSignificance = significance(of: values[position], against: comparator, indicator)
    }
  }
}

private func significance(of value: IndicatorValue, against comparator: Rational, _ indicator: Indicator)
  -> Significance
{
  guard indicator.unit == .percent, let pupils = value.denominator.count, let count = value.numerator.count, pupils > 0,
    let percent = value.value.value, percent == .percent(count, of: pupils)
  else { return .notTested }
  return SignificanceTest(pupils: pupils, percent: percent, national: comparator).significance
}
