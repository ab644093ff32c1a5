import Rulebook
import SchoolStatistics
import Statistics

/// The outcomes on every school for one indicator, and what they add up to.
final class SchoolCount: AreaFigures, SchoolFigureSource {
  private let study: Study
  let id: String
  /// By school × years + year.
  let outcomes: [TestOutcome]
  let cells: [SchoolCountCell]
  /// Of reported years; by year, authority and school.
  let counted: [CountedSchool]

  /// `inCategory` holds the schools in an Ofsted category, one set a year.
  init(_ study: Study, _ id: String, _ context: TestContext, inCategory: [Set<Int>]) {
    var counting = Counting(study, id)
    for year in 0..<study.years.count {
      guard study.exists(id, year: year), let rule = study.rules[year]?.schoolRules[id] else { continue }
      // A rule about several years judges a school with results of them all alone (rulebook §2).
      let test = YearTest(rule.test, context, year: year, needsAll: rule.years > 1)
      counting.count(rule, test, year, rule.excludesCategories ? inCategory[year] : [])
    }
    counting.countJudgedBefore()
    study.areas.addUp(&counting.cells)
    self.study = study
    (self.id, outcomes, cells, counted) = (id, counting.outcomes, counting.cells, counting.counted)
  }

  private struct Counting {
    let study: Study
    let id: String
    var outcomes: [TestOutcome]
    var cells: [SchoolCountCell]
    var counted: [CountedSchool] = []

    init(_ study: Study, _ id: String) {
      (self.study, self.id) = (study, id)
      outcomes = [TestOutcome](repeating: .unknown, count: study.data.schools.count * study.years.count)
      cells = [SchoolCountCell](repeating: SchoolCountCell(), count: study.years.count * study.areas.width)
    }

    /// Schools open in the year that have results of other years and none of this one (a boycott).
    private mutating func countAbsent(_ rule: SchoolRule, _ year: Int) {
      let width = study.years.count
      for absent in study.pooling.cohorts.absent(rule.cohort) where Int(absent.position) % width == year {
        let school = Int(absent.position) / width
        guard study.homes.scopes[school] & rule.schools.bit != 0, Int(absent.pupils) >= rule.minimum else { continue }
        cells[study.cell(year, Int(study.homes.areas[Int(absent.position)]))].unjudged += 1
      }
    }

    mutating func countJudgedBefore() {
      let width = study.years.count
      for position in outcomes.indices where outcomes[position] != .unknown {
        let (school, year) = position.quotientAndRemainder(dividingBy: width)
        let cell = study.cell(year, Int(study.homes.areas[position]))
        if year >= 1, outcomes[school * width + year - 1] != .unknown { cells[cell].judgedOneYearBefore += 1 }
        if year >= 3, outcomes[school * width + year - 3] != .unknown { cells[cell].judgedThreeYearsBefore += 1 }
      }
    }

    mutating func count(_ rule: SchoolRule, _ test: YearTest, _ year: Int, _ excluded: Set<Int>) {
      let width = study.years.count
      guard let cohorts = study.pooling.cohorts[rule.cohort], !cohorts.isEmpty else { return }
      let (scopes, areas, bit) = (study.homes.scopes, study.homes.areas, rule.schools.bit)
      let endOfYear = CalendarDate(year: study.years.year(year).ending, month: 8, day: 31)!
      var tested: [Int] = []
      var hasResults = false
      for school in scopes.indices where scopes[school] & bit != 0 {
        let position = school * width + year
        guard cohorts[position] > 0 else { continue }
        hasResults = true
        let cell = study.cell(year, Int(areas[position]))
        // The counts are of open schools (rulebook §1.2 P4 and §1.3 S5: 440 open in 2008, 471 with those since closed).
        if let closed = study.data.schools[school].closed, closed <= endOfYear {
          cells[cell].closed += 1
          continue
        }
        if excluded.contains(school) {
          cells[cell].inCategory += 1
          continue
        }
        let isLargeEnough = (0..<rule.years).allSatisfy { year >= $0 && Int(cohorts[position - $0]) >= rule.minimum }
        if isLargeEnough { tested.append(school) } else { cells[cell].tooSmall += 1 }
      }
      // Where nobody has results there is no file of the year, and nobody is missing.
      if hasResults { countAbsent(rule, year) }
      var met: [(authority: LocalAuthorityCode, school: Int)] = []
      for (school, outcome) in zip(tested, test.outcomes(of: tested)) {
        let position = school * width + year
        let area = Int(areas[position])
        let cell = study.cell(year, area)
        outcomes[position] = outcome
        if outcome == .unknown {
          cells[cell].unjudged += 1
          continue
        }
        cells[cell].judged += 1
        guard outcome == .met else { continue }
        cells[cell].counted += 1
        met.append((study.areas.authorityCode(area) ?? study.data.schools[school].authority, school))
      }
      guard study.years.reported.contains(year) else { return }
      let ending = study.years.year(year)
      counted += met.sorted { ($0.authority, $0.school) < ($1.authority, $1.school) }.map { authority, school in
        CountedSchool(
          indicator: id, year: ending, school: school, authority: authority, tests: test.words(school: school))
      }
    }
  }

  func figure(year: Int, area: Int) -> AreaFigure {
    let cell = cells[study.cell(year, area)]
    guard let rule = study.rules[year]?.schoolRules[id] else { return AreaFigure(missing: .notSupplied) }
    guard cell.judged > 0, study.isCovered(cell.authorities, year: year, area: area) else {
      return AreaFigure(missing: cell.unjudged + cell.tooSmall > 0 && cell.judged == 0 ? .tooFew : .notSupplied)
    }
    var figure = AreaFigure(value: Rational(cell.counted))
    figure.counts = (cell.counted, cell.judged)
    figure.pooledCounts = figure.counts
    figure.pooled = figure.value
    figure.test = SampledShare(pupils: cell.judged, percent: .percent(cell.counted, of: cell.judged))
    figure.judgedBefore = (cell.judgedOneYearBefore, cell.judgedThreeYearsBefore)
    figure.coverage = Coverage(
      schools: cell.judged, schoolsExpected: cell.judged + cell.unjudged, pupils: 0, pupilsExpected: 0)
    figure.notes = [
      "rule: " + rule.words,
      "\(cell.counted == 0 ? "none" : String(cell.counted)) of \(String.count(cell.judged, "school")) judged",
    ]
    if cell.inCategory > 0 { figure.notes.append("\(cell.inCategory) in an Ofsted category left out") }
    if cell.closed > 0 { figure.notes.append("\(cell.closed) closed by the end of the school year left out") }
    return figure
  }

  /// 1 where the school is counted, 0 where it is not.
  func figure(_ cells: SchoolCells, school: Int, year: Int) -> AreaFigure? {
    let outcome = outcomes[school * study.years.count + year]
    if outcome == .unknown { return nil }
    var figure = AreaFigure(value: Rational(outcome == .met ? 1 : 0))
    figure.counts = (outcome == .met ? 1 : 0, 1)
    return figure
  }
}

extension SchoolsCalculation: IndicatorKind {
  func areas(_ study: Study, _ indicator: Indicator, _ group: PupilGroup, counts: [String: SchoolCount])
    -> (any AreaFigures)?
  { counts[indicator.id] }

  func schools(_ study: Study, _ areas: any AreaFigures, _ group: PupilGroup, _ readers: inout TableReaders)
    -> (any SchoolFigureSource)?
  { areas as? SchoolCount }
}

extension AreaIndex {
  func authorityCode(_ area: Int) -> LocalAuthorityCode? {
    guard area < areas.count, case .localAuthority(let code) = areas[area].place else { return nil }
    return code
  }
}
