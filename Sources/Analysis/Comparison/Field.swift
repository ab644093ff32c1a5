import SchoolStatistics

/// All authorities on one indicator in one year and pupil group, being ranked.
struct Field {
  var indicator: Indicator
  var key: FieldKey
  var neighbours: [LocalAuthorityCode: [LocalAuthorityCode]]
  var rules: ComparisonRules

  /// Ranks the values at `positions`; nil where none may be ranked.
  func stand(_ values: inout [IndicatorValue], positions: [Int]) -> Distribution? {
    var entrants: [(position: Int, value: Rational)] = []
    var tooSmall = 0
    for position in positions {
      guard let value = values[position].value.value else { continue }
      if let reason = unrankedReason(values[position]) {
        values[position].unrankedReason = reason
        tooSmall += 1
      } else {
        entrants.append((position, comparable(value)))
      }
    }
    guard !entrants.isEmpty else { return nil }
    let compared = entrants.map(\.value)
    let sorted = compared.sorted()
    let ranks = competitionRanks(compared, polarity: indicator.polarity)
    let (quartiles, tenths) = (cuts(sorted, into: 4), cuts(sorted, into: 10))
    let distribution = Distribution(
      indicator: indicator.id, year: key.year, group: key.group, polarity: indicator.polarity, ranked: sorted.count,
      tooSmall: tooSmall, quartiles: quartiles, deciles: tenths, smallest: sorted[0], largest: sorted.last!,
      shownDecimals: shownDecimals(
        compared, quartiles: quartiles, polarity: indicator.polarity, from: indicator.decimals))
    let hasBands = sorted.count >= rules.minimumAuthorities && !rules.withoutBands.contains(indicator.id)

    let valueOf = Dictionary(uniqueKeysWithValues: entrants.map { (values[$0.position].place, $0.value) })
    for (entrant, rank) in zip(entrants, ranks) {
      let band = hasBands ? quartileBand(of: entrant.value, quartiles: quartiles, polarity: indicator.polarity) : nil
      let near = nearby(values[entrant.position].place, valueOf)
      let mean = neighbourMean(near, minimum: rules.minimumNeighbours)
      var standing = Standing(
        rank: rank.rank, ranked: sorted.count, sharing: rank.sharing, band: band?.rawValue ?? "",
        decile: hasBands ? decile(of: entrant.value, deciles: tenths, polarity: indicator.polarity) : 0,
        isTopQuartileInclusive: hasBands
          && isTopQuartile(entrant.value, quartiles: quartiles, polarity: indicator.polarity),
        neighbourMean: mean, neighboursWithData: near.count,
        neededForNextBand: band.flatMap { needed(values[entrant.position], $0, distribution) }, rankChange1: nil)
      if let mean = mean.value {
        standing.neighbourDifference = .value(
          Rational(entrant.value.roundedUnits(decimals: 6), 1_000_000) - mean)
        standing.neighbourRank =
          1 + near.count { indicator.polarity == .high ? $0 > entrant.value : $0 < entrant.value }
      } else {
        standing.neighbourDifference = mean
      }
      standing.judgement = band.flatMap { rules.judgements[$0.rawValue] } ?? ""
      values[entrant.position].standing = standing
    }
    return distribution
  }

  /// Why a value has no rank; nil where it has one.
  private func unrankedReason(_ value: IndicatorValue) -> String? {
    let minimum = rules.minimumCohort(key.year)
    guard indicator.unit != .schools, let cohort = value.denominator.count, cohort < minimum else { return nil }
    return "not ranked: \(cohort) pupils, fewer than \(minimum)"
  }

  private func comparable(_ value: Rational) -> Rational {
    rules.compareOn == .rounded ? value.rounded(decimals: indicator.decimals) : value
  }

  private func nearby(_ place: Place, _ valueOf: [Place: Rational]) -> [Rational] {
    guard case .localAuthority(let code) = place else { return [] }
    return (neighbours[code] ?? []).compactMap { valueOf[.localAuthority($0)] }
  }

  /// Pupils or schools to the next band; nil in band A, without counts, or where the whole cohort would not do.
  private func needed(_ value: IndicatorValue, _ band: QuartileBand, _ distribution: Distribution) -> Int? {
    guard let cut = distribution.cut(above: band), let numerator = value.numerator.count,
      let exact = value.value.value
    else { return nil }
    if indicator.unit == .schools {
      return neededForCount(cut, count: numerator, polarity: indicator.polarity)
    }
    guard let denominator = value.denominator.count, denominator > 0 else { return nil }
    switch indicator.unit {
    case .percent where exact == .percent(numerator, of: denominator):
      return neededForPercent(cut, numerator: numerator, denominator: denominator, polarity: indicator.polarity)
    case .percentagePoints where indicator.polarity == .low:
      return neededForGap(cut, gap: exact, numerator: numerator, denominator: denominator)
    default: return nil
    }
  }
}
