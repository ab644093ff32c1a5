import Rulebook
import SchoolStatistics
import Statistics

/// Yearly rises that targets ask for, against those that authorities have made.
struct RequiredRates {
  /// Percentage points a year above which a rise is unprecedented, and where that comes from.
  let threshold: Rational
  let reason: String

  /// From every authority's changes between consecutive years on record: their percentile (type 7), or the fallback
  /// where there are too few. Source: rulebook §5.6.
  init(gains: [Rational], options: AmbitionOptions.RequiredRateOptions) {
    if gains.count >= options.fewestGains {
      threshold = quantile(gains.sorted(), options.percentile, of: 100)
      reason = "\(options.percentile)th percentile of \(gains.count) yearly changes of authorities"
    } else {
      threshold = options.fallback.value
      reason = "fewer than \(options.fewestGains) yearly changes of authorities on record"
    }
  }

  func rate(from latest: (year: AcademicYear, value: Rational)?, to goal: Figure, in year: AcademicYear)
    -> RequiredRate?
  {
    guard let latest, let goal = goal.value, year > latest.year else { return nil }
    return RequiredRate(
      latest: latest.value, latestYear: latest.year, goal: goal, goalYear: year, threshold: threshold,
      thresholdReason: reason)
  }
}
