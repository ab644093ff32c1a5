import SchoolStatistics

/// The figures of one indicator, group and area over all years of the study, and what can be said across years.
///
/// Nothing is compared across a break in the series or across years in which the indicator did not exist.
/// Source: rulebook §7.3 and 11.3.
struct Series {
  let id: String
  let study: Study
  let figures: [AreaFigure]

  /// What broke the series after year `from` and up to `to`, if anything did.
  private func breaks(after from: Int, to: Int) -> Bool {
    ((from + 1)...to).contains { study.rules[$0]?.breaks[id] != nil || !study.exists(id, year: $0) }
  }

  func change(over years: Int, at year: Int) -> Change {
    let then = year - years
    guard then >= 0, study.exists(id, year: then) else {
      return Change(years: years, value: .missing(study.rules[year]?.breaks[id] != nil ? .notComparable : .notSupplied))
    }
    if breaks(after: then, to: year) { return Change(years: years, value: .missing(.notComparable)) }
    let (old, new) = comparable(figures[then], figures[year])
    guard let a = new.value.value, let b = old.value.value else {
      return Change(years: years, value: .missing(new.value.reason ?? old.value.reason ?? .notSupplied))
    }
    return Change(years: years, value: .value(a - b))
  }

  /// Official with official, pooled with pooled, where both have them.
  private func comparable(_ old: AreaFigure, _ new: AreaFigure) -> (AreaFigure, AreaFigure) {
    guard old.origin != new.origin, old.pooled.value != nil, new.pooled.value != nil else { return (old, new) }
    return (old.pooledOnly, new.pooledOnly)
  }

  /// Three years together, for cohorts under 30 and for children in care; at least two years present, no break.
  func pooledYears(at year: Int, group: PupilGroup) -> PooledYears? {
    guard let counts = figures[year].counts, counts.denominator < 30 || group == .cic else { return nil }
    var years: [AcademicYear] = [], n = 0, d = 0
    for earlier in max(0, year - 2)...year {
      guard study.exists(id, year: earlier), earlier == year || !breaks(after: earlier, to: year),
        let counts = figures[earlier].counts, counts.denominator > 0
      else { continue }
      years.append(study.years.year(earlier))
      n += counts.numerator
      d += counts.denominator
    }
    return years.count >= 2 && d > 0 ? PooledYears(years: years, numerator: n, denominator: d) : nil
  }
}
