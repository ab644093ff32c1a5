import Rulebook
import SchoolStatistics
import Statistics

/// How the value of one indicator and group is made for a school.
struct SchoolPlan: Sendable {
  let indicator: Indicator
  let group: PupilGroup
  /// Position of the indicator and group among the sources of the run.
  let position: Int
  /// One a year.
  let comparisons: [Comparison]
  let years: IndicatorYears
  private let kind: Kind

  private enum Kind: Sendable {
    case share(slot: Int)
    /// Slots by year; `england` is the place of England's percentage by year, for the gap against England.
    case gap(GapCalculation, shares: [String], slots: [(from: Int, here: Int)?], england: [Rational?]?)
    case mean(slot: Int)
    case schools(SchoolCount)
    /// Grades by year, sorted by school.
    case inspections([[SchoolGrade]], best: Int)
  }

  init?(
    _ study: Study, _ source: FigureSource, position: Int, counts: [String: SchoolCount],
    grades: [String: [[SchoolGrade]]],
    _ readers: inout TableReaders
  ) {
    let indicator = source.entry.indicator
    let known = IndicatorYears(study, indicator.id)
    (self.indicator, group, self.position, years) = (indicator, source.group, position, known)
    comparisons = known.breaks.map {
      Comparison(
        indicator: indicator, group: source.group, breakBefore: $0,
        leastCoverage: study.rulebook.choices.leastCoverage)
    }
    switch source.entry.calculation {
    case .share(let share): kind = .share(slot: readers.slot(ShareSlot(share: share, group: group)))
    case .mean(let mean): kind = .mean(slot: readers.slot(MeanSlot(mean: mean, group: group)))
    case .gap(let gap):
      var shares: [String] = []
      var slots: [(from: Int, here: Int)?] = []
      var england: [Rational?] = []
      for year in 0..<study.years.count {
        guard let (id, share) = gap.share(study, year: year) else {
          shares.append("")
          slots.append(nil)
          england.append(nil)
          continue
        }
        shares.append(id)
        slots.append(
          (
            readers.slot(ShareSlot(share: share, group: gap.minuend)),
            readers.slot(ShareSlot(share: share, group: gap.subtrahend))
          ))
        england.append(
          gap.area == .national
            ? ShareSource(study, id, share, gap.minuend).figure(year: year, area: 0).value.value : nil)
      }
      kind = .gap(gap, shares: shares, slots: slots, england: gap.area == .national ? england : nil)
    case .schools:
      guard let count = counts[indicator.id] else { return nil }
      kind = .schools(count)
    case .latestInspection(let calculation):
      guard let found = grades[indicator.id] else { return nil }
      kind = .inspections(found, best: calculation.best)
    case .earlyYearsGap, .published: return nil
    }
  }

  func hasGrade(_ school: Int, years: Range<Int>) -> Bool {
    guard case .inspections(let grades, _) = kind else { return false }
    return years.contains { Self.grade(grades[$0], school) != nil }
  }

  /// Nil where the inputs say nothing about the school in the year.
  func figure(_ study: Study, _ cells: SchoolCells, _ england: [[AreaFigure]], school: Int, year: Int) -> AreaFigure? {
    switch kind {
    case .share(let slot): return cells.share(slot, year).map(Self.figure)
    case .mean(let slot): return cells.mean(slot, year).map(Self.figure)
    case .gap(let gap, let shares, let slots, let national):
      guard let slot = slots[year], let here = cells.share(slot.here, year) else { return nil }
      if let national {
        guard let known = national[year] else { return AreaFigure(missing: .notSupplied) }
        var from = AreaFigure(value: known)
        from.origin = .published
        return gap.gap(shares[year], from: from, Self.figure(here), isNational: true, place: "here")
      }
      guard let from = cells.share(slot.from, year) else { return nil }
      return gap.gap(shares[year], from: Self.figure(from), Self.figure(here), isNational: false, place: "here")
    case .schools(let count): return Self.figure(count.outcomes[school * study.years.count + year])
    case .inspections(let grades, let best): return Self.grade(grades[year], school).map { Self.figure($0, best: best) }
    }
  }

  /// The value alone, for changes over years.
  func value(_ study: Study, _ cells: SchoolCells, _ england: [[AreaFigure]], school: Int, year: Int) -> Figure? {
    switch kind {
    case .share(let slot): cells.share(slot, year)?.count.value.map { .value($0) }
    case .mean(let slot): cells.mean(slot, year)?.score
    case .gap(_, _, let slots, let national):
      slots[year].flatMap { slot -> Figure? in
        guard let here = cells.share(slot.here, year)?.count.value,
          let from = national != nil ? national![year] : cells.share(slot.from, year)?.count.value
        else { return nil }
        return .value(from - here)
      }
    case .schools, .inspections: figure(study, cells, england, school: school, year: year)?.value
    }
  }

  /// What a share is tested on in a year.
  func sample(_ cells: SchoolCells, year: Int) -> SampledShare? {
    guard case .share(let slot) = kind else { return nil }
    return cells.share(slot, year).flatMap { Self.figure($0).test }
  }

  /// Numerator and denominator of a share, for pools over years.
  func counts(_ cells: SchoolCells, year: Int) -> (numerator: Int, denominator: Int)? {
    guard case .share(let slot) = kind, let count = cells.share(slot, year)?.count, count.denominator > 0,
      !count.isSubstituted
    else { return nil }
    return (count.numerator, count.denominator)
  }

  private static func figure(_ share: SchoolCells.Share) -> AreaFigure {
    let count = share.count
    guard let value = count.value else {
      var figure = AreaFigure(missing: MissingReason(rawValue: count.reason) ?? .notSupplied)
      figure.sources = [share.source]
      return figure
    }
    var figure = AreaFigure(value: value)
    figure.isEstimated = count.isEstimated
    figure.sources = [share.source]
    if count.denominator > 0, !count.isSubstituted {
      figure.counts = (count.numerator, count.denominator)
      figure.rounding = Rational(Int64(count.error), 10_000) / Rational(count.denominator)
      figure.test = SampledShare(pupils: count.denominator, percent: value, rounding: figure.rounding)
      if count.error > 0 { figure.notes = ["count estimated from the percentage, more than one count fits"] }
    }
    figure.pooled = figure.value
    figure.pooledCounts = figure.counts
    return figure
  }

  private static func figure(_ mean: SchoolCells.Mean) -> AreaFigure {
    var figure = AreaFigure(missing: mean.score.reason ?? .notSupplied)
    figure.value = mean.score
    figure.pooled = mean.score
    figure.children = mean.pupils
    figure.interval = mean.interval
    figure.sources = [mean.source]
    return figure
  }

  /// 1 where the school is counted, 0 where it is not.
  private static func figure(_ outcome: TestOutcome) -> AreaFigure? {
    switch outcome {
    case .unknown: return nil
    case .met, .notMet:
      var figure = AreaFigure(value: Rational(outcome == .met ? 1 : 0))
      figure.counts = (outcome == .met ? 1 : 0, 1)
      return figure
    }
  }

  private static func figure(_ grade: SchoolGrade, best: Int) -> AreaFigure {
    let isGood = grade.grade <= best
    var figure = AreaFigure(value: Rational(isGood ? 100 : 0))
    figure.counts = (isGood ? 1 : 0, 1)
    let day = CalendarDate(year: grade.day / 10000, month: grade.day / 100 % 100, day: grade.day % 100)
    figure.notes = ["grade \(grade.grade)" + (day.map { " on \($0)" } ?? "")]
    figure.sources = [grade.source]
    return figure
  }

  private static func grade(_ grades: [SchoolGrade], _ school: Int) -> SchoolGrade? {
    var low = 0
    var high = grades.count
    while low < high {
      let middle = (low + high) / 2
      if grades[middle].school < school { low = middle + 1 } else { high = middle }
    }
    return low < grades.count && grades[low].school == school ? grades[low] : nil
  }
}
