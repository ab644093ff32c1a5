import SchoolStatistics

/// All values of areas, and the series behind them that schools are compared with.
struct AreaValues: Sendable {
  let study: Study
  let sources: [FigureSource]

  private let indicatorYears: [IndicatorYears]
  /// England's figures by source and year: the comparator of schools.
  private(set) var england: [[AreaFigure]] = []
  private(set) var values: [IndicatorValue] = []
  private(set) var reconciliation: [Reconciliation] = []
  private(set) var findings: [Finding] = []

  init(_ study: Study, _ sources: [FigureSource], areas: [Int]) {
    (self.study, self.sources) = (study, sources)
    indicatorYears = sources.map { IndicatorYears(study, $0.entry.indicator.id) }
    england = sources.indices.map { figures($0, area: 0) }
    let whole = self
    let parts = mapInParallel(areas.count, block: 4) { whole.part(areas[$0]) }
    values.reserveCapacity(parts.reduce(0) { $0 + $1.values.count })
    for part in parts {
      values += part.values
      reconciliation += part.reconciler.rows
      findings += part.reconciler.findings
    }
  }

  /// What one area contributes.
  private func part(_ area: Int) -> (values: [IndicatorValue], reconciler: Reconciler) {
    var values: [IndicatorValue] = []
    var reconciler = Reconciler(study: study)
    for (position, source) in sources.enumerated() {
      let figures = area == 0 ? england[position] : figures(position, area: area)
      if source.group == source.entry.indicator.group { reconciler.add(source.entry.indicator, figures, area: area) }
      add(position, figures, area: area, to: &values)
    }
    return (values, reconciler)
  }

  private func figures(_ source: Int, area: Int) -> [AreaFigure] {
    (0..<study.years.count).map { year in
      indicatorYears[source].exists[year]
        ? sources[source].figure(study, year: year, area: area) : AreaFigure(missing: .notSupplied)
    }
  }

  private func add(_ position: Int, _ figures: [AreaFigure], area: Int, to values: inout [IndicatorValue]) {
    let source = sources[position]
    let known = indicatorYears[position]
    let series = Series(indicatorYears: known, years: study.years, figures: figures)
    for year in study.years.reported where known.exists[year] {
      // Groups beside the headline's are shown where there is something to show.
      if source.group != source.entry.indicator.group, figures[year].value.value == nil { continue }
      let comparison = Comparison(
        indicator: source.entry.indicator, group: source.group, breakBefore: known.breaks[year])
      var value = comparison.value(
        figures[year], england: england[position][year], place: study.areas.areas[area].place,
        year: study.years.year(year),
        isNational: area == 0)
      value.change1 = series.change(over: 1, at: year)
      value.change3 = series.change(over: 3, at: year)
      if source.entry.indicator.unit == .percent {
        value.pooledYears = series.pooledYears(at: year, group: source.group)
      }
      if source.group == .cic, let pupils = figures[year].counts?.denominator,
        pupils < known.minimumAuthorityGroup[year]
      {
        value.notes.append("fewer than \(known.minimumAuthorityGroup[year]) pupils: not for publication")
      }
      values.append(value)
    }
  }
}
