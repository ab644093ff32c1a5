import Rulebook
import SchoolStatistics
import Statistics

/// The figures of one indicator, group and area over all years of the study, and what can be said across years.
///
/// Source: rulebook §7.3 and 11.3.
struct Series {
  let indicatorYears: IndicatorYears
  let years: StudyYears
  let figures: [AreaFigure]
  let canBeTested: Bool
  let choices: Choices

  func change(over span: Int, at year: Int) -> Change {
    let then = year - span
    if let obstacle = indicatorYears.obstacle(from: then, to: year) {
      return Change(years: span, value: .missing(obstacle))
    }
    let (old, new) = comparable(then, year)
    guard let a = new.value.value, let b = old.value.value else {
      return Change(years: span, value: .missing(new.value.reason ?? old.value.reason ?? .notSupplied))
    }
    if ![new, old].allSatisfy({ $0.isCovered(choices.leastCoverage) }) {
      return Change(years: span, value: .missing(.lowCoverage))
    }
    if let both = span == 1 ? new.judgedBefore?.oneYear : new.judgedBefore?.threeYears,
      both * 100 < choices.leastJudgedInBoth * max(new.counts?.denominator ?? 0, old.counts?.denominator ?? 0)
    {
      return Change(years: span, value: .missing(.notComparable))
    }
    return Change(
      years: span, value: .value(a - b), significance: canBeTested ? significance(of: new, after: old) : .notTested)
  }

  /// Official with official, pooled with pooled, where both have them.
  private func comparable(_ old: Int, _ new: Int) -> (AreaFigure, AreaFigure) {
    guard figures[old].origin != figures[new].origin, figures[old].pooled.value != nil,
      figures[new].pooled.value != nil
    else { return (figures[old], figures[new]) }
    return (figures[old].pooledOnly, figures[new].pooledOnly)
  }

  /// Three years together, for cohorts under 30 and for children in care; at least two years present, no break.
  func pooledYears(at year: Int, group: PupilGroup, england: [AreaFigure]) -> PooledYears? {
    pool(at: year, group: group, years, indicatorYears, england: england) { figures[$0].counts }
  }
}

/// Whether a figure differs from that of another year by more than chance: a question of two samples, of shares by their
/// counts, of other figures by their intervals (Newcombe's joining of two). Source: rulebook §7.2.
func significance(of new: AreaFigure, after old: AreaFigure) -> Significance {
  if let now = new.test, let then = old.test, new.comparator == nil, old.comparator == nil {
    return TwoSampleTest(now, then).significance
  }
  guard let now = new.interval, let then = old.interval, let a = new.value.value?.double,
    let b = old.value.value?.double
  else { return .notTested }
  func joined(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
  if a - b - joined(a - now.lower, then.upper - b) > 0 { return .above }
  return a - b + joined(now.upper - a, b - then.lower) < 0 ? .below : .notSignificant
}

/// Counts of up to three years that are comparable; nil where the cohort is not small or only one year has any.
func pool(
  at year: Int, group: PupilGroup, _ years: StudyYears, _ indicatorYears: IndicatorYears,
  england: [AreaFigure], counts: (Int) -> (numerator: Int, denominator: Int)?
) -> PooledYears? {
  guard let own = counts(year), own.denominator < 30 || group == .cic else { return nil }
  var pooled: [AcademicYear] = []
  var national: [AreaFigure] = []
  var n = 0
  var d = 0
  for earlier in max(0, year - 2)...year {
    guard earlier == year || indicatorYears.obstacle(from: earlier, to: year) == nil, let counts = counts(earlier),
      counts.denominator > 0
    else { continue }
    pooled.append(years.year(earlier))
    national.append(england[earlier])
    n += counts.numerator
    d += counts.denominator
  }
  guard pooled.count >= 2, d > 0 else { return nil }
  return PooledYears(years: pooled, numerator: n, denominator: d, national: together(national))
}

/// England over some years: its pupils together where all have counts, else the mean of its percentages.
private func together(_ england: [AreaFigure]) -> Figure {
  let counts = england.compactMap(\.counts)
  if counts.count == england.count {
    let pupils = counts.reduce(0) { $0 + $1.denominator }
    return pupils > 0
      ? .value(.percent(counts.reduce(0) { $0 + $1.numerator }, of: pupils)) : .missing(.notSupplied)
  }
  let values = england.compactMap(\.value.value)
  guard values.count == england.count else { return .missing(.notSupplied) }
  // To the millionth, which keeps sums of fractions short.
  return .value(Rational(values.reduce(0) { $0 + $1.roundedUnits(decimals: 6) }, 1_000_000 * Int64(values.count)))
}
