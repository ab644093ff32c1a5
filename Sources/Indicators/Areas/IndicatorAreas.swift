import Rulebook
import SchoolStatistics

/// One indicator in all areas: its values, compared with one another, and official figures against pooled ones.
struct IndicatorAreas: Sendable {
  /// England's figures by source and year: the comparator of schools.
  let england: [[AreaFigure]]
  let values: [IndicatorValue]
  let distributions: [Distribution]
  /// Places that their authorities do not add up to.
  let unequal: [Finding]
  private(set) var reconciler: Reconciler
  /// How much there was after each area.
  private(set) var ends: [Ends] = []

  struct Ends: Sendable {
    var values = 0
    var rows = 0
    var findings = 0
  }

  /// `sources` are those of the one indicator, `positions` those of the areas in the area index.
  init(_ study: Study, _ sources: [FigureSource], areas: [Area], at positions: [Int]) {
    let indicator = sources[0].indicator
    let known = IndicatorYears(study, indicator.id)
    let groups = sources.map { GroupAreas(study, $0, known) }
    england = groups.map(\.england)
    reconciler = Reconciler(study: study)
    var values: [IndicatorValue] = []
    values.reserveCapacity(positions.count * sources.count * study.years.reported.count)
    ends.reserveCapacity(positions.count)
    var additions = Additions(study, indicator.id)
    for area in positions {
      for group in groups {
        let figures = area == 0 ? group.england : group.figures(area)
        if group.isHeadline {
          reconciler.add(indicator, known, figures, area: area)
          additions.add(figures, area: area)
        }
        group.add(figures, area: area, to: &values)
      }
      ends.append(Ends(values: values.count, rows: reconciler.rows.count, findings: reconciler.findings.count))
    }
    unequal = additions.findings
    distributions = compareAuthorities(
      &values, indicators: [indicator], areas: areas, neighbours: study.data.neighbours,
      rules: study.rulebook.comparison)
    self.values = values
  }
}

/// One indicator and pupil group in all areas.
private final class GroupAreas {
  let study: Study
  let source: FigureSource
  let known: IndicatorYears
  let indicator: Indicator
  let england: [AreaFigure]
  let comparisons: [Comparison]

  init(_ study: Study, _ source: FigureSource, _ known: IndicatorYears) {
    (self.study, self.source, self.known) = (study, source, known)
    let indicator = source.indicator
    self.indicator = indicator
    england = Self.figures(study, source, known, 0)
    comparisons = known.breaks.map {
      Comparison(
        indicator: indicator, group: source.group, breakBefore: $0,
        leastCoverage: study.rulebook.choices.leastCoverage)
    }
  }

  var isHeadline: Bool { source.group == indicator.group }

  func figures(_ area: Int) -> [AreaFigure] { Self.figures(study, source, known, area) }

  private static func figures(_ study: Study, _ source: FigureSource, _ known: IndicatorYears, _ area: Int)
    -> [AreaFigure]
  {
    (0..<study.years.count).map { year in
      known.exists[year] ? source.figure(year: year, area: area) : AreaFigure(missing: .notSupplied)
    }
  }

  func add(_ figures: [AreaFigure], area: Int, to values: inout [IndicatorValue]) {
    let series = Series(
      indicatorYears: known, years: study.years, figures: figures, canBeTested: indicator.canBeTested,
      choices: study.rulebook.choices)
    let place = study.areas.areas[area].place
    for year in study.years.reported where known.exists[year] {
      // Groups beside the headline's are shown where there is something to show, or something that may not be shown.
      if !isHeadline, figures[year].value.value == nil, figures[year].value.reason != .suppressed { continue }
      var value = comparisons[year].value(
        figures[year], england: england[year], place: place, year: study.years.year(year), isNational: area == 0)
      value.change1 = series.change(over: 1, at: year)
      value.change3 = series.change(over: 3, at: year)
      if indicator.unit == .percent, indicator.counted == .pupils {
        value.pooledYears = series.pooledYears(at: year, group: source.group, england: england)
      }
      if source.group == .cic, let pupils = figures[year].counts?.denominator,
        pupils < known.minimumAuthorityGroup[year]
      {
        value.notes.append("fewer than \(known.minimumAuthorityGroup[year]) pupils: not for publication")
      }
      values.append(IndicatorValue(value))
    }
  }
}
