import SchoolStatistics

/// The figures of one indicator, group and area over all years of the study, and what can be said across years.
///
/// Source: rulebook §7.3 and 11.3.
struct Series {
  let indicatorYears: IndicatorYears
  let years: StudyYears
  let figures: [AreaFigure]

  func change(over span: Int, at year: Int) -> Change {
    let then = year - span
    if let obstacle = indicatorYears.obstacle(from: then, to: year) {
      return Change(years: span, value: .missing(obstacle))
    }
    let (old, new) = comparable(then, year)
    guard let a = new.value, let b = old.value else {
      return Change(years: span, value: .missing(new.reason ?? old.reason ?? .notSupplied))
    }
    return Change(years: span, value: .value(a - b))
  }

  /// Official with official, pooled with pooled, where both have them.
  private func comparable(_ old: Int, _ new: Int) -> (Figure, Figure) {
    guard figures[old].origin != figures[new].origin, figures[old].pooled.value != nil,
      figures[new].pooled.value != nil
    else { return (figures[old].value, figures[new].value) }
    return (figures[old].pooled, figures[new].pooled)
  }

  /// Three years together, for cohorts under 30 and for children in care; at least two years present, no break.
  func pooledYears(at year: Int, group: PupilGroup) -> PooledYears? {
    pool(at: year, group: group, years, indicatorYears) { figures[$0].counts }
  }
}

/// Counts of up to three years that are comparable; nil where the cohort is not small or only one year has any.
func pool(
  at year: Int, group: PupilGroup, _ years: StudyYears, _ indicatorYears: IndicatorYears,
  counts: (Int) -> (numerator: Int, denominator: Int)?
) -> PooledYears? {
  guard let own = counts(year), own.denominator < 30 || group == .cic else { return nil }
  var pooled: [AcademicYear] = []
  var n = 0
  var d = 0
  for earlier in max(0, year - 2)...year {
    guard earlier == year || indicatorYears.obstacle(from: earlier, to: year) == nil, let counts = counts(earlier),
      counts.denominator > 0
    else { continue }
    pooled.append(years.year(earlier))
    n += counts.numerator
    d += counts.denominator
  }
  return pooled.count >= 2 && d > 0 ? PooledYears(years: pooled, numerator: n, denominator: d) : nil
}
