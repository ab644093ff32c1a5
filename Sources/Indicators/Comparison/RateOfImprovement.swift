import Rulebook
import SchoolStatistics
import Statistics

/// Ranks the changes of one indicator, year and group across authorities, over each number of years of the rules.
///
/// An authority takes part where it is ranked this year, was not under the minimum cohort then, and its change can be
/// told (no break, no gap). The national cuts go to the field's distribution. Source: rulebook §8.3: "rate of
/// improvement above the median" is strict, "in the top quartile" inclusive.
func addImprovement(
  _ field: inout RankedField, _ values: [IndicatorValue], before: (Int) -> RankedField?, polarity: Polarity,
  rules: ComparisonRules
) {
  func ofShares(_ row: Int, _ position: Int, _ years: Int) -> Rational? {
    guard let then = before(years), let now = field.compared[row],
      let old = values[position].place.authority.flatMap(then.row).flatMap({ then.compared[$0] })
    else { return nil }
    return now - old
  }
  for years in rules.improvementYears where years == 1 || years == 3 {
    var entrants: [(row: Int, amount: Rational)] = []
    for (row, position) in field.positions.enumerated() {
      guard (years == 1 ? field.standings[row]?.earlierRank1 : field.standings[row]?.earlierRank3) != nil,
        let told = (years == 1 ? values[position].change1 : values[position].change3).value.value,
        let change = field.distribution?.isShareOfSchools == true ? ofShares(row, position, years) : told
      else { continue }
      // At the millionth: exact for published decimals, and differences of fractions stay within 64 bits.
      let amount = change.rounded(decimals: 6)
      entrants.append((row, polarity == .low ? -amount : amount))
    }
    guard entrants.count >= rules.minimumAuthorities else { continue }
    let amounts = entrants.map(\.amount)
    let order = ascending(amounts)
    let sorted = order.map { amounts[$0] }
    let ranks = competitionRanks(amounts, ascending: order, polarity: .high)
    let line = quantile(sorted, 3, of: 4)
    // No top quarter where too many would be in it, or share the first place (rulebook §6.1).
    let isCrowded =
      amounts.count { $0 >= line } * 100 > rules.largestBand * amounts.count
      || ranks.contains { $0.rank == 1 && $0.sharing > 1 && $0.sharing * 100 > rules.crowdedEnd * amounts.count }
    let lines = ImprovementCuts(median: quantile(sorted, 1, of: 2), topQuartile: isCrowded ? nil : line)
    for (entrant, rank) in zip(entrants, ranks) {
      field.standings[entrant.row]!.improvements[years] = Improvement(
        years: years, amount: entrant.amount, rank: rank.rank, ranked: sorted.count, sharing: rank.sharing,
        isAboveMedian: entrant.amount > lines.median,
        isTopQuartile: lines.topQuartile.map { entrant.amount >= $0 } ?? false)
    }
    field.distribution?.improvementCuts[years] = lines
  }
}
