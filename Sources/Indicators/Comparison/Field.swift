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
      guard values[position].value.value != nil else { continue }
      if let reason = unrankedReason(values[position].gap?.smallest ?? values[position].denominator.count) {
        field.unrankedReasons[row] = reason
        tooSmall += 1
      } else {
        guard let value = comparable(values[position]) else { continue }
        field.compared[row] = value
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
    var distribution = Distribution(
      indicator: indicator.id, year: key.year, group: key.group, polarity: indicator.polarity, ranked: sorted.count,
      tooSmall: tooSmall, quartiles: quartiles, deciles: tenths, smallest: sorted[0], largest: sorted.last!,
      shownDecimals: shownDecimals(
        compared, quartiles: quartiles, polarity: indicator.polarity, from: indicator.decimals))
    distribution.isShareOfSchools = isShareOfSchools
    let bands = zip(entrants, ranks).map { entrant, rank in
      // Joint first is A, whatever the line (rulebook §6.1).
      rank.rank == 1
        ? .a : quartileBand(of: entrant.value, quartiles: quartiles, polarity: indicator.polarity)
    }
    let isBanded = sorted.count >= rules.minimumAuthorities && !rules.withoutBands.contains(indicator.id)
    if isBanded { distribution.unbandedReason = crowding(ranks, bands) }
    let hasBands = isBanded && distribution.unbandedReason == nil
    field.distribution = distribution
    var places = [Int](repeating: 0, count: order.count)
    for (place, entrant) in order.enumerated() { places[entrant] = place }

    for (number, (entrant, rank)) in zip(entrants, ranks).enumerated() {
      let band = hasBands ? bands[number] : nil
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
        neededForNextBand: band.flatMap {
          needed(values[positions[entrant.row]], $0, OtherValues(sorted: sorted, without: places[number]))
        }, rankChange1: nil)
      standing.unbandedReason = distribution.unbandedReason ?? ""
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

  /// Numbers of schools differ with the size of an authority: they are ranked by share, unless the rules say otherwise.
  private var isShareOfSchools: Bool { indicator.unit == .schools && rules.schoolsRankedBy == .share }

  /// What a value is ranked by; nil for a number of schools of which it is not known how many were judged.
  private func comparable(_ value: IndicatorValue) -> Rational? {
    guard isShareOfSchools else { return value.value.value.map(comparable) }
    guard let counted = value.numerator.count, let judged = value.denominator.count, judged > 0 else { return nil }
    return .percent(counted, of: judged)
  }

  private func comparable(_ value: Rational) -> Rational {
    rules.compareOn == .rounded ? value.rounded(decimals: indicator.decimals) : value
  }

  /// Why there are no bands: too many share an end, or one band would hold too many. Source: rulebook §6.1.
  private func crowding(_ ranks: [CompetitionRank], _ bands: [QuartileBand]) -> String? {
    let last = ranks.max { $0.rank < $1.rank }!
    for (end, sharing) in [("best", ranks.first { $0.rank == 1 }!.sharing), ("last", last.sharing)]
    where sharing > 1 && sharing * 100 > rules.crowdedEnd * ranks.count {
      return "no bands: \(sharing) of \(ranks.count) authorities share the \(end) value"
    }
    for band in QuartileBand.allCases {
      let held = bands.count { $0 == band }
      if held * 100 > rules.largestBand * ranks.count {
        return "no bands: \(held) of \(ranks.count) authorities would be in \(band.rawValue)"
      }
    }
    return nil
  }

  /// Pupils or schools to the next band, against the line as it would be with the authority's own new value; nil in band
  /// A, without counts, or where the whole cohort would not do.
  private func needed(_ value: IndicatorValue, _ band: QuartileBand, _ others: OtherValues) -> Int? {
    guard let better = band.next, let exact = value.value.value,
      let numerator = value.gap?.numerator ?? value.numerator.count,
      let denominator = value.gap?.denominator ?? value.denominator.count, denominator > 0
    else { return nil }
    let isLow = indicator.polarity == .low
    let most: Int
    let changed: (Int) -> Rational
    switch indicator.unit {
    case .percentagePoints where isLow:
      most = denominator - numerator
      changed = { exact - .percent($0, of: denominator) }
    case .schools where !isShareOfSchools:
      most = isLow ? numerator : denominator - numerator
      changed = { Rational(isLow ? numerator - $0 : numerator + $0) }
    case .percent where exact == .percent(numerator, of: denominator), .schools:
      most = isLow ? numerator : denominator - numerator
      changed = { .percent(isLow ? numerator - $0 : numerator + $0, of: denominator) }
    default: return nil
    }
    return leastNeeded(upTo: most) { others.band(of: comparable(changed($0)), indicator.polarity) <= better }
  }
}
