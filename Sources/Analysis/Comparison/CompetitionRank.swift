import SchoolStatistics

/// A place in a competition ranking.
struct CompetitionRank: Hashable {
  /// 1 is best; equals share the better place and the next place is skipped (1, 2, 2, 4).
  var rank: Int
  /// How many share the rank, this one included.
  var sharing: Int
}

/// Ranks values on exact fractions, best first.
///
/// O(n log n). The result is in the order of `values`. Precondition: `polarity` is high or low.
/// Source: rulebook §6.1 (rank 1 is best, ties take the lowest rank) and §6.2.
func competitionRanks(_ values: [Rational], polarity: Polarity) -> [CompetitionRank] {
  precondition(polarity != .neutral, "a neutral indicator has no ranks")
  let order = values.indices.sorted { polarity == .high ? values[$0] > values[$1] : values[$0] < values[$1] }
  var ranks = [CompetitionRank](repeating: CompetitionRank(rank: 0, sharing: 0), count: values.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count && values[order[end]] == values[order[start]] { end += 1 }
    for position in order[start..<end] { ranks[position] = CompetitionRank(rank: start + 1, sharing: end - start) }
    start = end
  }
  return ranks
}
