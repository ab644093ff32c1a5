import SchoolStatistics

/// Fills the changes of rank over one and three years and the change of band, for one indicator.
///
/// Only where the values themselves can be compared: `change1` and `change3` are missing across a break or a gap, and
/// so is everything here. Source: rulebook §6.2 (rank then minus rank now, both shown with what they are out of).
func addMovement(
  _ values: inout [IndicatorValue], fields: [FieldKey: [Int]], distributions: [FieldKey: Distribution],
  rules: ComparisonRules
) {
  var positionOf: [FieldKey: [Place: Int]] = [:]
  for (key, positions) in fields {
    positionOf[key] = Dictionary(positions.map { (values[$0].place, $0) }, uniquingKeysWith: { first, _ in first })
  }
  for (key, positions) in fields {
    for position in positions {
      guard let standing = values[position].standing else { continue }
      for years in [1, 3] {
        let change = years == 1 ? values[position].change1.value : values[position].change3.value
        let earlierKey = FieldKey(year: key.year - years, group: key.group)
        guard let ownChange = change.value, let earlier = positionOf[earlierKey]?[values[position].place],
          let then = values[earlier].standing
        else { continue }
        let rankThen = RankOf(rank: then.rank, ranked: then.ranked)
        if years == 3 {
          values[position].standing!.rankChange3 = then.rank - standing.rank
          values[position].standing!.earlierRank3 = rankThen
          continue
        }
        values[position].standing!.rankChange1 = then.rank - standing.rank
        values[position].standing!.earlierRank1 = rankThen
        if let before = distributions[earlierKey], let now = distributions[key] {
          values[position].standing!.movement = movement(from: then, to: standing, ownChange, before, now)
        }
      }
    }
  }
}

/// The change of band and the move of the cut that was crossed: the one just above the worse band of the last step.
private func movement(
  from then: Standing, to now: Standing, _ ownChange: Rational, _ before: Distribution, _ after: Distribution
) -> BandMovement? {
  guard let old = QuartileBand(rawValue: then.band), let new = QuartileBand(rawValue: now.band), old != new else {
    return nil
  }
  // Going up to B crosses the cut above C; going down to C crosses the same cut.
  let below = new < old ? QuartileBand.allCases.first { $0.next == new }! : new
  guard let cutThen = before.cut(above: below), let cutNow = after.cut(above: below) else { return nil }
  return BandMovement(from: old, to: new, ownChange: ownChange, cutChange: cutNow - cutThen)
}
