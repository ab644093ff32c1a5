import SchoolStatistics

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
  let neighboursOf = Dictionary(
    neighbours.map { ($0.authority, $0.neighbours) }, uniquingKeysWith: { first, _ in first })
  var positionsOfIndicator: [String: [Int]] = [:]
  for position in values.indices { positionsOfIndicator[values[position].indicator, default: []].append(position) }
  compareWithRegions(&values, areas: areas, indicators: indicators, positions: positionsOfIndicator)

  var distributions: [Distribution] = []
  for indicator in indicators where indicator.polarity != .neutral {
    var fields: [FieldKey: [Int]] = [:]
    for position in positionsOfIndicator[indicator.id] ?? [] {
      guard case .localAuthority = values[position].place else { continue }
      fields[FieldKey(year: values[position].year, group: values[position].group), default: []].append(position)
    }
    var made: [FieldKey: Distribution] = [:]
    for key in fields.keys.sorted() {
      let field = Field(indicator: indicator, key: key, neighbours: neighboursOf, rules: rules)
      made[key] = field.stand(&values, positions: fields[key]!)
    }
    addMovement(&values, fields: fields, distributions: made, rules: rules)
    for key in fields.keys.sorted() {
      guard var distribution = made[key] else { continue }
      distribution.improvementCuts = addImprovement(
        &values, positions: fields[key]!, polarity: indicator.polarity, rules: rules)
      distributions.append(distribution)
    }
  }
  return distributions
}

/// One year and pupil group of an indicator: what is ranked together.
struct FieldKey: Hashable, Comparable {
  var year: AcademicYear
  var group: PupilGroup
  static func < (a: Self, b: Self) -> Bool {
    a.year == b.year ? order(a.group) < order(b.group) : a.year < b.year
  }
  private static func order(_ group: PupilGroup) -> Int { PupilGroup.allCases.firstIndex(of: group)! }
}
