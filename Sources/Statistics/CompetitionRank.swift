import SchoolStatistics

/// A place in a competition ranking.
package struct CompetitionRank: Hashable {
  /// 1 is best; equals share the better place and the next place is skipped (1, 2, 2, 4).
  package var rank: Int
  /// How many share the rank, this one included.
  package var sharing: Int
}

/// Ranks values on exact fractions, best first.
///
/// O(n log n). The result is in the order of `values`. Precondition: `polarity` is high or low.
/// Source: rulebook §6.1 (rank 1 is best, ties take the lowest rank) and §6.2.
package func competitionRanks(_ values: [Rational], polarity: Polarity) -> [CompetitionRank] {
  competitionRanks(values, ascending: ascending(values), polarity: polarity)
}

/// The same of values that are in order already: `order` holds their positions, the lowest value's first. O(n).
package func competitionRanks(_ values: [Rational], ascending order: [Int], polarity: Polarity) -> [CompetitionRank] {
  precondition(polarity != .neutral, "a neutral indicator has no ranks")
  var ranks = [CompetitionRank](repeating: CompetitionRank(rank: 0, sharing: 0), count: values.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count && values[order[end]] == values[order[start]] { end += 1 }
    let better = polarity == .low ? start : order.count - end
    for position in order[start..<end] { ranks[position] = CompetitionRank(rank: better + 1, sharing: end - start) }
    start = end
  }
  return ranks
}

/// Positions of values, the lowest value's first.
package func ascending(_ values: [Rational]) -> [Int] { values.indices.sorted { values[$0] < values[$1] } }
