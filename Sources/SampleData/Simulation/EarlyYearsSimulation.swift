import SchoolStatistics

/// Children of one group at the end of the Early Years Foundation Stage.
struct EarlyYearsCounts: AddableCounts {
  var assessed = 0
  var reachedThreshold = 0

  static func += (total: inout Self, part: Self) {
    total.assessed += part.assessed
    total.reachedThreshold += part.reachedThreshold
  }
}

/// The children of one authority and year: how many have each total of points, how many reach the threshold.
struct EarlyYearsResults: Sendable {
  /// Children by total points, 0 to 117.
  var totals = [Int](repeating: 0, count: 118)
  var groups = ByGroup<EarlyYearsCounts>()
  /// Total points of each child of `groups.pupils`.
  var points: [Int] = []

  static func += (total: inout Self, part: Self) {
    for points in total.totals.indices { total.totals[points] += part.totals[points] }
    total.groups += part.groups
  }
}

/// Draws children's total points: more spread below the middle than above it.
struct EarlyYearsSimulation {
  let options: SampleOptions

  private static let middle: [Double] = [87, 87.3, 88, 88.8, 90]
  /// The total that, with luck in the seven scales, carries the threshold; set so that England comes out right.
  private static let hurdle: [Double] = [87.3, 87.2, 86.7, 86.0, 85.2]

  func results(of authority: Authority, in year: Int) -> EarlyYearsResults {
    var stream = RandomStream(seed: options.seed, purpose: .earlyYears, key: authority.code, year: year)
    let full = options.size == .national || (options.size != .modest && options.writes(authority))
    let children = Int((full ? 3700 : 420) * authority.weight)
    let shift = -1.7 * authority.deprivation + 1.9 * authority.quality + 0.8 * stream.normal()
    let root = max(0.15, 1 + 0.3 * authority.deprivation)
    var results = EarlyYearsResults()
    for _ in 0..<children {
      add(freeMeals: stream.chance(0.16 * root * root), shift: shift, year: year, to: &results, &stream)
    }
    return results
  }

  private func add(
    freeMeals: Bool, shift: Double, year: Int, to results: inout EarlyYearsResults, _ stream: inout RandomStream
  ) {
    let middle = Self.middle[year: year]
    // The mean of the lowest fifth lies 1.4 standard deviations of the lower half below the median.
    let below = NationalFigures.earlyYearsGap[year: year] / 100 * middle / 1.4 * 0.975
    let draw = stream.normal()
    let points = middle + shift + (freeMeals ? -7.8 : 1.4) + draw * (draw < 0 ? below : 14.5)
    let total = max(0, min(117, Int(points.rounded())))
    results.totals[total] += 1
    results.points.append(total)
    let reached = total >= 78 && points + 7 * stream.normal() >= Self.hurdle[year: year]
    var pupil = Pupil()
    pupil.freeMeals = freeMeals
    pupil.freeMealsUnknown = stream.chance(0.008)
    results.groups.add(pupil, EarlyYearsCounts(assessed: 1, reachedThreshold: reached ? 1 : 0))
  }
}
