import SchoolStatistics

/// The indicators of every school, made from its rows when they are asked for.
///
/// Values stand for all cohorts, small ones too; who may see them is decided where they are written.
/// No verdict on significance below the year's minimum cohort. Source: rulebook §6.7 and 7.4.
struct SchoolValues: Sendable {
  private let study: Study
  private let plans: [SchoolPlan]
  private let england: [[AreaFigure]]
  private let index: SchoolRowIndex
  private let readers: TableReaders
  /// Schools with any row, ascending.
  let schools: [Int]

  init(
    _ study: Study, sources: [FigureSource], england: [[AreaFigure]], counts: [String: SchoolCount], grades: [String: [[SchoolGrade]]]
  ) {
    self.study = study
    self.england = england
    var readers = TableReaders()
    plans = sources.enumerated().compactMap { position, source in
      SchoolPlan(study, source, position: position, counts: counts, grades: grades, &readers)
    }
    readers.resolve(study)
    self.readers = readers
    index = SchoolRowIndex(study, tables: readers.usedTables)
    let (index, plans) = (index, plans)
    schools = study.data.schools.indices.filter { school in
      !index.entries(school).isEmpty || plans.contains { $0.hasGrade(school, years: study.years.reported) }
    }
  }

  func values(of school: Int) -> [IndicatorValue] {
    let cells = SchoolCells(study, readers, index, school: school)
    let urn = study.data.schools[school].urn
    var values: [IndicatorValue] = []
    values.reserveCapacity(64)
    for plan in plans {
      let id = plan.indicator.id
      for year in study.years.reported {
        guard let rules = study.rules[year], rules.indicators.contains(id),
          var figure = plan.figure(study, cells, england, school: school, year: year)
        else { continue }
        if let pupils = figure.test?.pupils, pupils < rules.minimumSchoolCohort { figure.test = nil }
        let comparison = Comparison(indicator: plan.indicator, group: plan.group, rules: rules)
        var value = comparison.value(
          figure, england: england[plan.position][year], place: .school(urn), year: study.years.year(year), isNational: false)
        if plan.indicator.unit == .schools { value.national = .missing(.notApplicable) }
        value.change1 = change(plan, figure, cells, school, year, over: 1)
        value.change3 = change(plan, figure, cells, school, year, over: 3)
        if plan.indicator.unit == .percent { value.pooledYears = pooledYears(plan, figure, cells, school, year) }
        values.append(value)
      }
    }
    return values
  }

  private func change(_ plan: SchoolPlan, _ figure: AreaFigure, _ cells: SchoolCells, _ school: Int, _ year: Int, over years: Int) -> Change {
    let then = year - years
    if ((max(0, then) + 1)...max(1, year)).contains(where: { $0 <= year && study.rules[$0]?.breaks[plan.indicator.id] != nil }) {
      return Change(years: years, value: .missing(.notComparable))
    }
    guard then >= 0, let old = plan.figure(study, cells, england, school: school, year: then)?.value.value, let new = figure.value.value,
      (then...year).allSatisfy({ study.exists(plan.indicator.id, year: $0) })
    else { return Change(years: years, value: .missing(figure.value.reason ?? .notSupplied)) }
    return Change(years: years, value: .value(new - old))
  }

  private func pooledYears(_ plan: SchoolPlan, _ figure: AreaFigure, _ cells: SchoolCells, _ school: Int, _ year: Int) -> PooledYears? {
    guard let counts = figure.counts, counts.denominator < 30 || plan.group == .cic else { return nil }
    var years: [AcademicYear] = [study.years.year(year)], n = counts.numerator, d = counts.denominator
    var earlier = year - 1
    while earlier >= max(0, year - 2), study.exists(plan.indicator.id, year: earlier), study.rules[earlier + 1]?.breaks[plan.indicator.id] == nil {
      if let counts = plan.figure(study, cells, england, school: school, year: earlier)?.counts {
        years.insert(study.years.year(earlier), at: 0)
        n += counts.numerator
        d += counts.denominator
      }
      earlier -= 1
    }
    return years.count >= 2 ? PooledYears(years: years, numerator: n, denominator: d) : nil
  }
}
