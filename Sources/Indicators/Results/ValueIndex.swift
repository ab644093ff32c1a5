import Rulebook
import SchoolStatistics

/// Where the values of an indicator and a place stand in a list of values.
///
/// Built in one pass; values of one indicator and place usually stand together, which makes a look-up O(1).
struct ValueIndex: Sendable {
  private var rows: [Key: [Range<Int>]] = [:]
  private var groups: [String: PupilGroup] = [:]

  private struct Key: Hashable, Sendable {
    var place: Place
    var indicator: String
  }

  init(_ values: [IndicatorValue], indicators: [Indicator], areas: Int) {
    rows.reserveCapacity(indicators.count * areas)
    for indicator in indicators { groups[indicator.id] = indicator.group }
    var start = 0
    while start < values.count {
      var end = start + 1
      while end < values.count, values[end].place == values[start].place,
        values[end].indicator == values[start].indicator
      { end += 1 }
      rows[Key(place: values[start].place, indicator: values[start].indicator), default: []].append(start..<end)
      start = end
    }
  }

  /// The group that an indicator's headline is about.
  func group(_ indicator: String) -> PupilGroup { groups[indicator] ?? .all }

  func positions(_ indicator: String, _ place: Place) -> some Sequence<Int> {
    (rows[Key(place: place, indicator: indicator)] ?? []).lazy.flatMap { $0 }
  }
}
