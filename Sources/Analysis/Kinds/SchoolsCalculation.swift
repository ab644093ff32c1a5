import SchoolStatistics

/// How many schools meet the test of the year's rule: floors and definitions of coasting.
///
/// The rule is the rulebook's (`school_rules`); this only counts. Source: rulebook §1.5 and 2.
public struct SchoolsCalculation: Hashable, Sendable {
  public init() {}
}

/// The outcomes on every school for one indicator, and what they add up to.
struct SchoolCount: Sendable {
  let id: String
  /// By school × years + year.
  private(set) var outcomes: [TestOutcome]
  private(set) var cells: [SchoolCountCell]
  private(set) var counted: [CountedSchool] = []

  /// `inCategory` holds the schools in an Ofsted category, one set a year.
  init(_ study: Study, _ id: String, _ context: TestContext, inCategory: [Set<Int>]) {
    self.id = id
    outcomes = [TestOutcome](repeating: .unknown, count: study.data.schools.count * study.years.count)
    cells = [SchoolCountCell](repeating: SchoolCountCell(), count: study.years.count * study.areas.width)
    for year in 0..<study.years.count {
      guard study.exists(id, year: year), let rule = study.rules[year]?.schoolRules[id] else { continue }
      count(study, rule, context, year, rule.excludesCategories ? inCategory[year] : [])
    }
    study.areas.addUp(&cells)
  }

  private mutating func count(
    _ study: Study, _ rule: SchoolRule, _ context: TestContext, _ year: Int, _ excluded: Set<Int>
  ) {
    let width = study.years.count
    let cohorts = study.pooling.cohorts[rule.cohort] ?? []
    if cohorts.isEmpty { return }
    for school in study.data.schools.indices where study.homes.scopes[school] & rule.schools.bit != 0 {
      let position = school * width + year
      let pupils = Int(cohorts[position])
      guard pupils > 0 else { continue }
      let cell = study.cell(year, Int(study.homes.areas[position]))
      if excluded.contains(school) {
        cells[cell].inCategory += 1
        continue
      }
      let isLargeEnough = (0..<rule.years).allSatisfy { year >= $0 && Int(cohorts[position - $0]) >= rule.minimum }
      let outcome = isLargeEnough ? rule.test.outcome(context, school: school, year: year) : .unknown
      outcomes[position] = outcome
      if outcome == .unknown {
        cells[cell].unjudged += 1
        continue
      }
      cells[cell].judged += 1
      guard outcome == .met else { continue }
      cells[cell].counted += 1
      guard study.years.reported.contains(year) else { continue }
      let area = Int(study.homes.areas[position])
      counted.append(
        CountedSchool(
          indicator: id, year: study.years.year(year), school: school,
          authority: study.areas.authorityCode(area) ?? study.data.schools[school].authority,
          tests: rule.test.words(context, school: school, year: year)))
    }
  }

  func figure(_ study: Study, year: Int, area: Int) -> AreaFigure {
    let cell = cells[study.cell(year, area)]
    guard let rule = study.rules[year]?.schoolRules[id] else { return AreaFigure(missing: .notSupplied) }
    guard cell.judged > 0, study.isCovered(cell.authorities, year: year, area: area) else {
      return AreaFigure(missing: cell.unjudged > 0 && cell.judged == 0 ? .tooFew : .notSupplied)
    }
    var figure = AreaFigure(value: Rational(cell.counted))
    figure.counts = (cell.counted, cell.judged)
    figure.pooled = figure.value
    figure.test = SignificanceSample(pupils: cell.judged, percent: .percent(cell.counted, of: cell.judged))
    figure.coverage = Coverage(
      schools: cell.judged, schoolsExpected: cell.judged + cell.unjudged, pupils: 0, pupilsExpected: 0)
    figure.notes = [
      "rule: " + rule.words, "\(Rational.percent(cell.counted, of: cell.judged).text(decimals: 1))% of schools judged",
    ]
    if cell.inCategory > 0 { figure.notes.append("\(cell.inCategory) in an Ofsted category left out") }
    return figure
  }
}

extension AreaIndex {
  func authorityCode(_ area: Int) -> LocalAuthorityCode? {
    guard area < areas.count, case .localAuthority(let code) = areas[area].place else { return nil }
    return code
  }
}
