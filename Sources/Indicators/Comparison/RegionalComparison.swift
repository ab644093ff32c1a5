import Rulebook
import SchoolStatistics
import Statistics

/// Fills the region's value beside every authority's, the difference, and whether it is more than chance.
///
/// The test is the one used against England (rulebook §7.2) with the region's percentage in its place, of what may be
/// tested at all.
struct RegionalComparison {
  private let indicator: Indicator
  private let regionOf: ByAuthority<String>
  /// The regions' values by code.
  private var regional: [FieldKey: [String: ComparatorShare]] = [:]

  /// `positions` are those of the indicator's values.
  init(
    _ values: [IndicatorValue], _ positions: [Int], regionOf: ByAuthority<String>, _ indicator: Indicator
  ) {
    (self.indicator, self.regionOf) = (indicator, regionOf)
    for position in positions {
      guard case .region(let code) = values[position].place, let value = values[position].value.value else { continue }
      regional[FieldKey(year: values[position].year, group: values[position].group), default: [:]][code] =
        ComparatorShare(
          percent: value, rounding: values[position].sample?.rounding ?? Rational(0))
    }
  }

  /// The regions' values of a year and group, each by the authorities of the region.
  func comparators(_ key: FieldKey) -> ByAuthority<ComparatorShare> {
    let regions = regional[key] ?? [:]
    return ByAuthority(regionOf.all.compactMap { authority, region in regions[region].map { (authority, $0) } })
  }

  /// Leaves the value as it is where it is no authority's, or its region has none.
  func compare(_ value: inout IndicatorFields, _ comparators: ByAuthority<ComparatorShare>) {
    guard let authority = value.place.authority, let comparator = comparators[authority] else { return }
    value.regional = .value(comparator.percent)
    guard let own = value.value.value else {
      value.regionalDifference = value.value
      return
    }
    guard indicator.unit != .schools else {
      value.regionalDifference = .missing(.notApplicable)
      return
    }
    value.regionalDifference = .value(own - comparator.percent)
    guard indicator.unit == .percent, let sample = value.sample else { return }
    value.regionalSignificance = SignificanceTest(sample, comparator).significance
  }
}
