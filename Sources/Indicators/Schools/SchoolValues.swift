import SchoolStatistics
import Statistics

/// The indicators of every school, made from its rows when they are asked for.
///
/// Values stand for all cohorts, small ones too; who may see them is decided where they are written.
/// No verdict on significance below the year's minimum cohort. Source: rulebook §6.7 and 7.4.
struct SchoolValues: Sendable {
  private let study: Study
  private let plans: [SchoolPlan]
  private let england: [[AreaFigure]]
  /// Made for the outputs that are about schools.
  private let index: Deferred<SchoolRowIndex>
  private let readers: TableReaders
  /// Schools with any row, ascending.
  let schools: [Int]

  init(_ study: Study, sources: [FigureSource], england: [[AreaFigure]]) {
    self.study = study
    self.england = england
    var readers = TableReaders()
    plans = sources.enumerated().compactMap { position, source in
      SchoolPlan(study, source, position: position, &readers)
    }
    readers.resolve(study)
    self.readers = readers
    let tables = readers.usedTables
    index = Deferred { SchoolRowIndex(study, tables: tables) }
    let hasRow = Self.schoolsWithRows(study, tables: tables)
    let plans = plans
    schools = study.data.schools.indices.filter { school in
      hasRow[school] || plans.contains { $0.figures.hasFigure(school: school, years: study.years.reported) }
    }
  }

  /// By school.
  private static func schoolsWithRows(_ study: Study, tables: [Int]) -> [Bool] {
    var hasRow = [Bool](repeating: false, count: study.data.schools.count)
    for table in tables {
      let (places, years) = (study.data.tables[table].places, study.pooling.rows[table].yearPositions)
      for row in places.indices where years[row] >= 0 { hasRow[Int(places[row])] = true }
    }
    return hasRow
  }

  /// Figures and counts alone, of some indicators in one year.
  func values(of school: Int, in year: AcademicYear, of indicators: Set<String>) -> [IndicatorValue] {
    guard let position = study.years.position(year) else { return [] }
    let cells = SchoolCells(study, readers, index.value, school: school, year: position)
    let place = Place.school(study.data.schools[school].urn)
    return plans.compactMap { plan in
      guard indicators.contains(plan.indicator.id), plan.years.exists[position],
        let figure = plan.figures.figure(cells, school: school, year: position)
      else { return nil }
      var value = IndicatorFields(indicator: plan.indicator.id, place: place, year: year, value: figure.value)
      value.group = plan.group
      value.setCounts(of: figure)
      return IndicatorValue(value)
    }
  }

  func values(of school: Int) -> [IndicatorValue] {
    let cells = SchoolCells(study, readers, index.value, school: school)
    let urn = study.data.schools[school].urn
    var values: [IndicatorValue] = []
    values.reserveCapacity(64)
    for plan in plans {
      for year in study.years.reported where plan.years.exists[year] {
        guard var figure = plan.figures.figure(cells, school: school, year: year) else { continue }
        let pupils = figure.gap?.smallest ?? figure.test?.pupils
        let isTooSmall = pupils.map { $0 < plan.years.minimumSchoolCohort[year] } ?? false
        let sample = figure.test
        if isTooSmall { figure.test = nil }
        var value = plan.comparisons[year].value(
          figure, england: england[plan.position][year], place: .school(urn), year: study.years.year(year),
          isNational: false)
        if isTooSmall { (value.significance, value.probability) = (.notTested, nil) }
        if plan.indicator.unit == .schools { value.national = .missing(.notApplicable) }
        figure.test = sample
        value.change1 = change(plan, figure, cells, school, year, over: 1)
        value.change3 = change(plan, figure, cells, school, year, over: 3)
        if plan.indicator.unit == .percent, plan.indicator.counted == .pupils {
          value.pooledYears = pool(
            at: year, group: plan.group, study.years, plan.years, england: england[plan.position]
          ) {
            plan.figures.counts(cells, year: $0)
          }
        }
        values.append(IndicatorValue(value))
      }
    }
    for year in study.years.reported { setAmongMany(&values, year: study.years.year(year)) }
    return values
  }

  /// A school's figures of one year are tested together.
  private func setAmongMany(_ values: inout [IndicatorValue], year: AcademicYear) {
    let tested = values.indices.filter { values[$0].year == year && values[$0].probability != nil }
    let discovered = falseDiscoveries(tested.map { values[$0].probability! })
    for (position, isDiscovered) in zip(tested, discovered) { values[position].fields.setAmongMany(isDiscovered) }
  }

  private func change(
    _ plan: SchoolPlan, _ figure: AreaFigure, _ cells: SchoolCells, _ school: Int, _ year: Int, over years: Int
  ) -> Change {
    if let obstacle = plan.years.obstacle(from: year - years, to: year) {
      return Change(years: years, value: .missing(obstacle))
    }
    guard let new = figure.value.value, let old = plan.figures.value(cells, school: school, year: year - years)?.value
    else {
      return Change(years: years, value: .missing(figure.value.reason ?? .notSupplied))
    }
    var change = Change(years: years, value: .value(new - old))
    if plan.indicator.unit == .percent, plan.indicator.canBeTested, let now = figure.test,
      min(now.pupils, plan.figures.sample(cells, year: year - years)?.pupils ?? 0)
        >= plan.years.minimumSchoolCohort[year],
      let then = plan.figures.sample(cells, year: year - years)
    {
      change.significance = TwoSampleTest(now, then).significance
    }
    return change
  }
}
