import SchoolStatistics

/// A check that the run makes of itself: what schools add up to in England and in a region is what its authorities show.
///
/// Of one indicator and pupil group. Source: rulebook §6.8 (an area's figure is the sum of its schools).
struct Additions {
  private let study: Study
  private let indicator: String
  /// Counts by year of England and of regions (by position), and what their authorities add up to.
  private var wholes: [Int: [(numerator: Int, denominator: Int)?]] = [:]
  private var parts: [Int: [(numerator: Int, denominator: Int)]] = [:]

  init(_ study: Study, _ indicator: String) { (self.study, self.indicator) = (study, indicator) }

  /// `figures` of an area by year.
  mutating func add(_ figures: [AreaFigure], area: Int) {
    if area < study.areas.firstAuthority {
      wholes[area] = figures.map(\.pooledCounts)
      return
    }
    for whole in Set([0, study.areas.regions[area]]) {
      var sums = parts[whole] ?? Array(repeating: (0, 0), count: figures.count)
      for (year, figure) in figures.enumerated() {
        guard let counts = figure.pooledCounts else { continue }
        sums[year].numerator += counts.numerator
        sums[year].denominator += counts.denominator
      }
      parts[whole] = sums
    }
  }

  /// One for each year and place whose authorities do not add up to it.
  var findings: [Finding] {
    wholes.sorted { $0.key < $1.key }.flatMap { area, counts in
      study.years.reported.compactMap { year -> Finding? in
        guard let whole = counts[year] else { return nil }
        let sum = parts[area]?[year] ?? (numerator: 0, denominator: 0)
        guard whole != sum else { return nil }
        return Finding(
          rule: "areas-add-up", severity: .warning, value: indicator,
          message:
            "\(study.areas.areas[area].name), '\(indicator)' \(study.years.year(year).title): \(whole.numerator) of \(whole.denominator), its authorities \(sum.numerator) of \(sum.denominator); the rest are schools of no known authority",
          action: "counted in \(study.areas.areas[area].name) alone")
      }
    }
  }
}
