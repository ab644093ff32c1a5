import Indicators
import SchoolStatistics

/// The figures that a school is set beside: its authority, similar schools and England.
struct PackComparators: Sendable {
  let results: IndicatorResults
  let authority: LocalAuthorityCode
  /// Similar schools, nearest first, as indices in `SchoolData.schools`.
  let similar: [Int]
  let counts: PackCounts

  func authorityValue(_ indicator: String, _ year: AcademicYear, _ group: PupilGroup = .all) -> IndicatorValue? {
    results.value(indicator, .localAuthority(authority), year, group)
  }

  func england(_ indicator: String, _ year: AcademicYear, _ group: PupilGroup = .all) -> IndicatorValue? {
    results.value(indicator, .national, year, group)
  }

  /// All pupils of the similar schools together, in the latest year; nil with fewer than five schools or 11 pupils.
  func similarShare(_ indicator: String) -> (percent: Rational, schools: Int)? {
    guard let pooled = counts.pooled(indicator, over: similar), pooled.schools >= 5, pooled.whole >= 11 else {
      return nil
    }
    return (.percent(pooled.part, of: pooled.whole), pooled.schools)
  }

  func cell(_ value: IndicatorValue?) -> PackCell {
    guard let value else { return PackCell("not available") }
    guard let number = value.value.value, let indicator = results.indicator(value.indicator) else {
      return PackCell(value.value.reason?.title ?? "not available")
    }
    return PackCell(number.text(decimals: indicator.decimals).signed + (indicator.unit == .percent ? "%" : ""))
  }
}
