import SchoolStatistics

/// Fills the changes of rank over one and three years and the change of band, for one indicator.
///
/// Only where the values themselves can be compared: `change1` and `change3` are missing across a break or a gap, and
/// so is everything here. Source: rulebook §6.2 (rank then minus rank now, both shown with what they are out of).
func addMovement(_ fields: inout [RankedField], _ values: [IndicatorFields]) {
  let fieldOf = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.key, $0) })
  for field in fields.indices {
    let key = fields[field].key
    for years in [1, 3] {
      guard let before = fieldOf[FieldKey(year: key.year - years, group: key.group)] else { continue }
      for (row, position) in fields[field].positions.enumerated() {
        let change = years == 1 ? values[position].change1.value : values[position].change3.value
        guard let ownChange = change.value, let standing = fields[field].standings[row],
          let rowBefore = values[position].place.authority.flatMap(fields[before].row),
          let then = fields[before].standings[rowBefore]
        else { continue }
        let rankThen = RankOf(rank: then.rank, ranked: then.ranked)
        if years == 3 {
          fields[field].standings[row]!.rankChange3 = then.rank - standing.rank
          fields[field].standings[row]!.earlierRank3 = rankThen
          continue
        }
        fields[field].standings[row]!.rankChange1 = then.rank - standing.rank
        fields[field].standings[row]!.earlierRank1 = rankThen
        if let before = fields[before].distribution, let now = fields[field].distribution {
          fields[field].standings[row]!.movement = movement(from: then, to: standing, ownChange, before, now)
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
