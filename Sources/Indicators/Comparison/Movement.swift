import SchoolStatistics

/// Fills the changes of rank over one and three years and the change of band, for one indicator.
///
/// Only where the values themselves can be compared: `change1` and `change3` are missing across a break or a gap, and
/// so is everything here. Source: rulebook §6.2 (rank then minus rank now, both shown with what they are out of).
func addMovement(_ fields: inout [RankedField], _ values: [IndicatorValue]) {
  let fieldOf = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.key, $0) })
  for field in fields.indices {
    let key = fields[field].key
    for years in [1, 3] {
      guard let before = fieldOf[FieldKey(year: key.year - years, group: key.group)] else { continue }
      let (distributionThen, distributionNow) = (fields[before].distribution, fields[field].distribution)
      for (row, position) in fields[field].positions.enumerated() {
        let change = years == 1 ? values[position].change1.value : values[position].change3.value
        guard let ownChange = change.value, let rank = fields[field].standings[row]?.rank,
          let rowBefore = values[position].place.authority.flatMap(fields[before].row),
          let rankThen = fields[before].standings[rowBefore].map({ RankOf(rank: $0.rank, ranked: $0.ranked) })
        else { continue }
        if years == 3 {
          fields[field].standings[row]!.rankChange3 = rankThen.rank - rank
          fields[field].standings[row]!.earlierRank3 = rankThen
          continue
        }
        fields[field].standings[row]!.rankChange1 = rankThen.rank - rank
        fields[field].standings[row]!.earlierRank1 = rankThen
        if let old = fields[before].standings[rowBefore]?.band, let new = fields[field].standings[row]?.band,
          old != new
        {
          // In what they are ranked by: a number of schools moves by its share.
          let moved =
            distributionNow?.isShareOfSchools == true
            ? fields[field].compared[row]! - fields[before].compared[rowBefore]! : ownChange
          fields[field].standings[row]!.movement = movement(
            from: old, to: new, moved, distributionThen, distributionNow)
        }
      }
    }
  }
}

/// The change of band and the move of the cut that was crossed: the one just above the worse band of the last step.
private func movement(
  from then: String, to now: String, _ ownChange: Rational, _ before: Distribution?,
  _ after: Distribution?
) -> BandMovement? {
  guard let old = QuartileBand(rawValue: then), let new = QuartileBand(rawValue: now), old != new else {
    return nil
  }
  // Going up to B crosses the cut above C; going down to C crosses the same cut.
  let below = new < old ? QuartileBand.allCases.first { $0.next == new }! : new
  guard let cutThen = before?.cut(above: below), let cutNow = after?.cut(above: below) else { return nil }
  return BandMovement(from: old, to: new, ownChange: ownChange, cutChange: cutNow - cutThen)
}
