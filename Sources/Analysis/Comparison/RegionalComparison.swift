import SchoolStatistics

/// Fills the region's value beside every authority's, the difference, and whether it is more than chance.
///
/// The test is the one used against England (rulebook §7.2) with the region's percentage in its place; it applies to
/// shares of at least ten pupils whose expected counts on either side are five or more.
///
/// - Parameters:
///   - positions: where the values of the indicator are.
///   - fields: where those of authorities are, by year and pupil group.
func compareWithRegions(
  _ values: inout [IndicatorValue], _ positions: [Int], fields: [FieldKey: [Int]],
  regionOf: [LocalAuthorityCode: String], _ indicator: Indicator
) {
  var regional: [FieldKey: [String: Rational]] = [:]
  for position in positions {
    guard case .region(let code) = values[position].place, let value = values[position].value.value else { continue }
    regional[FieldKey(year: values[position].year, group: values[position].group), default: [:]][code] = value
  }
  for (key, positions) in fields {
    guard let regional = regional[key] else { continue }
    for position in positions {
      guard let authority = values[position].place.authority, let region = regionOf[authority],
        let comparator = regional[region]
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
