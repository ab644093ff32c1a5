import SchoolStatistics

/// Fills `standing`, `unrankedReason` and the regional comparison of every authority's value, and returns the
/// distributions that they were read from.
///
/// `values` may be in any order and keep it. Only indicators with a polarity are ranked, each year and pupil group by
/// itself, among the authorities that have a value in that year. O(n log n) in the number of values.
/// Source: rulebook §6 and §8.3 (rate of improvement).
func compareAuthorities(
  _ values: inout [IndicatorFields], indicators: [Indicator], areas: [Area], neighbours: [StatisticalNeighbours],
  rules: ComparisonRules
) -> [Distribution] {
  let neighboursOf = Dictionary(
    neighbours.map { ($0.authority, $0.neighbours) }, uniquingKeysWith: { first, _ in first })
  let regionOf = Dictionary(
    areas.compactMap { area in area.place.authority.map { ($0, area.regionCode) } },
    uniquingKeysWith: { first, _ in first })
  var positionsOfIndicator: [String: [Int]] = [:]
  if indicators.count == 1 {
    positionsOfIndicator[indicators[0].id] = values.indices.filter { values[$0].indicator == indicators[0].id }
  } else {
    for position in values.indices { positionsOfIndicator[values[position].indicator, default: []].append(position) }
  }
  var distributions: [Distribution] = []
  for indicator in indicators {
    guard let positions = positionsOfIndicator[indicator.id] else { continue }
    var positionsOfField: [FieldKey: [Int]] = [:]
    for position in positions where values[position].place.authority != nil {
      let key = FieldKey(year: values[position].year, group: values[position].group)
      positionsOfField[key, default: []].append(position)
    }
    let regions = RegionalComparison(values, positions, regionOf: regionOf, indicator)
    var fields = positionsOfField.keys.sorted().map { key in
      let field = Field(indicator: indicator, key: key, neighbours: neighboursOf, rules: rules)
      return indicator.polarity == .neutral
        ? field.unranked(positions: positionsOfField[key]!) : field.ranked(values, positions: positionsOfField[key]!)
    }
    addMovement(&fields, values)
    for field in fields.indices where fields[field].distribution != nil {
      addImprovement(&fields[field], values, polarity: indicator.polarity, rules: rules)
      distributions.append(fields[field].distribution!)
    }
    for field in fields {
      for (row, position) in field.positions.enumerated() {
        regions.compare(&values[position])
        values[position].unrankedReason = field.unrankedReasons[row]
        values[position].standing = field.standings[row]
      }
    }
  }
  return distributions
}

extension Place {
  /// Nil where the place is no local authority.
  var authority: LocalAuthorityCode? { if case .localAuthority(let code) = self { code } else { nil } }
}

/// One year and pupil group of an indicator: what is ranked together.
struct FieldKey: Hashable, Comparable {
  var year: AcademicYear
  var group: PupilGroup
  static func < (a: Self, b: Self) -> Bool {
    a.year == b.year ? order(a.group) < order(b.group) : a.year < b.year
  }
  private static func order(_ group: PupilGroup) -> Int { group.ordinal }
}
