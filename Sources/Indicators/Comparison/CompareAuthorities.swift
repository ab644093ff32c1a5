import Rulebook
import SchoolStatistics
import Statistics

/// Fills `standing`, `unrankedReason` and the regional comparison of every authority's value, and returns the
/// distributions that they were read from.
///
/// `values` may be in any order and keep it. Only indicators with a polarity are ranked, each year and pupil group by
/// itself, among the authorities that have a value in that year. O(n log n) in the number of values.
/// Source: rulebook §6 and §8.3 (rate of improvement).
func compareAuthorities(
  _ values: inout [IndicatorValue], indicators: [Indicator], areas: [Area], neighbours: [StatisticalNeighbours],
  rules: ComparisonRules
) -> [Distribution] {
  let neighboursOf = ByAuthority(neighbours.lazy.map { ($0.authority, $0.neighbours) })
  let regionOf = ByAuthority(areas.lazy.compactMap { area in area.place.authority.map { ($0, area.regionCode) } })
  var distributions: [Distribution] = []
  for indicator in indicators {
    let positions = values.indices.filter { values[$0].indicator == indicator.id }
    let regions = RegionalComparison(values, positions, regionOf: regionOf, indicator)
    var fields = positionsOfFields(values, positions).map { key, positions in
      let field = Field(indicator: indicator, key: key, neighbours: neighboursOf, rules: rules)
      return indicator.polarity == .neutral
        ? field.unranked(positions: positions) : field.ranked(values, positions: positions)
    }
    addMovement(&fields, values)
    for field in fields.indices where fields[field].distribution != nil {
      let (key, all) = (fields[field].key, fields)
      addImprovement(
        &fields[field], values,
        before: { years in all.first { $0.key == FieldKey(year: key.year - years, group: key.group) } },
        polarity: indicator.polarity, rules: rules)
      distributions.append(fields[field].distribution!)
    }
    for field in fields {
      let tested = field.positions.filter { values[$0].probability != nil }
      let discovered = falseDiscoveries(tested.map { values[$0].probability! })
      for (position, isDiscovered) in zip(tested, discovered) { values[position].fields.setAmongMany(isDiscovered) }
      let regional = regions.comparators(field.key)
      for (row, position) in field.positions.enumerated() {
        regions.compare(&values[position].fields, regional)
        values[position].fields.unrankedReason = field.unrankedReasons[row]
        values[position].fields.standing = field.standings[row]
      }
    }
  }
  return distributions
}

/// Where the authorities' values of each year and group are, in the order of years and groups: there are few of those.
private func positionsOfFields(_ values: [IndicatorValue], _ positions: [Int]) -> [(key: FieldKey, positions: [Int])] {
  var fields: [(key: FieldKey, positions: [Int])] = []
  for position in positions where values[position].place.authority != nil {
    let key = FieldKey(year: values[position].year, group: values[position].group)
    if let field = fields.firstIndex(where: { $0.key == key }) {
      fields[field].positions.append(position)
    } else {
      fields.append((key, [position]))
    }
  }
  return fields.sorted { $0.key < $1.key }
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
