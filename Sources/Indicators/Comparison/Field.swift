import Rulebook
import SchoolStatistics
import Statistics

/// All authorities on one indicator in one year and pupil group, being ranked.
struct Field {
  var indicator: Indicator
  var key: FieldKey
  var neighbours: ByAuthority<[LocalAuthorityCode]>
  var rules: ComparisonRules

  /// An authority that is ranked.
  private struct Entrant {
    /// Its row in the field.
    var row: Int
    var value: Rational
    /// The value in millionths, as means of neighbours take it.
    var millionths: Int64
  }

  /// The field of a neutral indicator, which has no ranks.
  func unranked(positions: [Int]) -> RankedField { RankedField(key: key, positions: positions, authorities: []) }

  /// Ranks the values of authorities at `positions`; those that may not be ranked get the reason.
  func ranked(_ values: [IndicatorValue], positions: [Int]) -> RankedField {
    let authorities = positions.compactMap { values[$0].place.authority }
    var field = RankedField(key: key, positions: positions, authorities: authorities)
    var entrants: [Entrant] = []
    entrants.reserveCapacity(positions.count)
    var entrantOf = [Int?](repeating: nil, count: positions.count)
    var tooSmall = 0
    for (row, position) in positions.enumerated() {
      guard let value = values[position].value.value else { continue }
      if let reason = unrankedReason(values[position].gap?.smallest ?? values[position].denominator.count) {
        field.unrankedReasons[row] = reason
        tooSmall += 1
      } else {
        let value = comparable(value)
        entrantOf[row] = entrants.count
        entrants.append(Entrant(row: row, value: value, millionths: value.roundedUnits(decimals: 6)))
      }
    }
    guard !entrants.isEmpty else { return field }
    let compared = entrants.map(\.value)
    let order = ascending(compared)
    let sorted = order.map { compared[$0] }
    let ranks = competitionRanks(compared, ascending: order, polarity: indicator.polarity)
    let (quartiles, tenths) = (cuts(sorted, into: 4), cuts(sorted, into: 10))
    let distribution = Distribution(
      indicator: indicator.id, year: key.year, group: key.group, polarity: indicator.polarity, ranked: sorted.count,
      tooSmall: tooSmall, quartiles: quartiles, deciles: tenths, smallest: sorted[0], largest: sorted.last!,
      shownDecimals: shownDecimals(
        compared, quartiles: quartiles, polarity: indicator.polarity, from: indicator.decimals))
    field.distribution = distribution
    let hasBands = sorted.count >= rules.minimumAuthorities && !rules.withoutBands.contains(indicator.id)

    for (entrant, rank) in zip(entrants, ranks) {
      let band = hasBands ? quartileBand(of: entrant.value, quartiles: quartiles, polarity: indicator.polarity) : nil
      let near = (neighbours[authorities[entrant.row]] ?? []).compactMap { code in
        field.row(code).flatMap { entrantOf[$0] }.map { entrants[$0] }
      }
      let mean = neighbourMean(near.lazy.map(\.millionths), minimum: rules.minimumNeighbours)
      var standing = Standing(
        rank: rank.rank, ranked: sorted.count, sharing: rank.sharing, band: band?.rawValue ?? "",
        decile: hasBands ? decile(of: entrant.value, deciles: tenths, polarity: indicator.polarity) : 0,
        isTopQuartileInclusive: hasBands
          && isTopQuartile(entrant.value, quartiles: quartiles, polarity: indicator.polarity),
        neighbourMean: mean, neighboursWithData: near.count,
        neededForNextBand: band.flatMap { needed(values[positions[entrant.row]], $0, distribution) }, rankChange1: nil)
      if let mean = mean.value {
        standing.neighbourDifference = .value(Rational(millionths: entrant.millionths) - mean)
        standing.neighbourRank =
          1 + near.count { indicator.polarity == .high ? $0.value > entrant.value : $0.value < entrant.value }
      } else {
        standing.neighbourDifference = mean
      }
      standing.judgement = band.flatMap { rules.judgements[$0.rawValue] } ?? ""
      field.standings[entrant.row] = standing
    }
    return field
  }

  /// Why a value has no rank; nil where it has one.
  private func unrankedReason(_ cohort: Int?) -> String? {
    guard indicator.counted == .pupils, let cohort else { return nil }
    let minimum = rules.minimumCohort(key.year)
    guard cohort < minimum else { return nil }
    return "not ranked: \(cohort) pupils, fewer than \(minimum)"
  }

  private func comparable(_ value: Rational) -> Rational {
    rules.compareOn == .rounded ? value.rounded(decimals: indicator.decimals) : value
  }

  /// Pupils or schools to the next band; nil in band A, without counts, or where the whole cohort would not do.
  private func needed(_ value: IndicatorValue, _ band: QuartileBand, _ distribution: Distribution) -> Int? {
    guard let cut = distribution.cut(above: band), let exact = value.value.value,
      let numerator = value.gap?.numerator ?? value.numerator.count
    else { return nil }
    if indicator.unit == .schools {
      return neededForCount(cut, count: numerator, polarity: indicator.polarity)
    }
    guard let denominator = value.gap?.denominator ?? value.denominator.count, denominator > 0 else { return nil }
    switch indicator.unit {
    case .percent where exact == .percent(numerator, of: denominator):
      return neededForPercent(cut, numerator: numerator, denominator: denominator, polarity: indicator.polarity)
    case .percentagePoints where indicator.polarity == .low:
      return neededForGap(cut, gap: exact, numerator: numerator, denominator: denominator)
    default: return nil
    }
  }
}
