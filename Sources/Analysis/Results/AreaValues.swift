import SchoolStatistics

/// All values of areas, and the series behind them that schools are compared with.
struct AreaValues {
  let study: Study
  let sources: [FigureSource]

  /// England's figures by source and year: the comparator of schools.
  private(set) var england: [[AreaFigure]] = []
  private(set) var values: [IndicatorValue] = []
  private(set) var reconciliation: [Reconciliation] = []
  private(set) var findings: [Finding] = []

  init(_ study: Study, _ sources: [FigureSource], areas: [Int]) {
    (self.study, self.sources) = (study, sources)
    england = sources.map { source in figures(source, area: 0) }
    var reconcile = Reconciler(study: study)
    for area in areas {
      for (position, source) in sources.enumerated() {
        let figures = area == 0 ? england[position] : figures(source, area: area)
        if source.group == source.entry.indicator.group { reconcile.add(source.entry.indicator, figures, area: area) }
        add(source, figures, england[position], area: area)
      }
    }
    (reconciliation, findings) = (reconcile.rows, reconcile.findings)
  }

  private func figures(_ source: FigureSource, area: Int) -> [AreaFigure] {
    (0..<study.years.count).map { year in
      study.exists(source.entry.indicator.id, year: year)
        ? source.figure(study, year: year, area: area) : AreaFigure(missing: .notSupplied)
    }
  }

  private mutating func add(_ source: FigureSource, _ figures: [AreaFigure], _ england: [AreaFigure], area: Int) {
    let id = source.entry.indicator.id
    let series = Series(id: id, study: study, figures: figures)
    for year in study.years.reported {
      guard let rules = study.rules[year], rules.indicators.contains(id) else { continue }
      // Groups beside the headline's are shown where there is something to show.
      if source.group != source.entry.indicator.group, figures[year].value.value == nil { continue }
      let comparison = Comparison(indicator: source.entry.indicator, group: source.group, rules: rules)
      var value = comparison.value(
        figures[year], england: england[year], place: study.areas.areas[area].place, year: study.years.year(year), isNational: area == 0)
      value.change1 = series.change(over: 1, at: year)
      value.change3 = series.change(over: 3, at: year)
      if source.entry.indicator.unit == .percent { value.pooledYears = series.pooledYears(at: year, group: source.group) }
      if source.group == .cic, let pupils = figures[year].counts?.denominator, pupils < rules.minimumAuthorityGroup {
        value.notes.append("fewer than \(rules.minimumAuthorityGroup) pupils: not for publication")
      }
      values.append(value)
    }
  }
}
