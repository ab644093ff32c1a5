import Rulebook
import SchoolStatistics
import Statistics

extension LatestInspectionCalculation {
  /// The grade that counts for each school, one list a year.
  func grades(_ study: Study) -> [[SchoolGrade]] {
    var grades = [[SchoolGrade]](repeating: [], count: study.years.count)
    for school in study.data.inspections.schools where study.homes.scopes[school] & schools.bit != 0 {
      let place = study.data.schools[school]
      let inspections = study.data.inspections.newestFirst(school, until: study.years.lastDay(grades.count - 1))
        .filter { $0.grade(measure) != nil }
      for year in grades.indices {
        let december = study.years.lastDay(year)
        guard let latest = inspections.first(where: { $0.date <= december }), let grade = latest.grade(measure),
          place.opened.map({ $0 <= december }) ?? true, place.closed.map({ $0 > december }) ?? true
        else { continue }
        grades[year].append(SchoolGrade(school: school, grade: grade, date: latest.date, source: latest.source))
      }
    }
    return grades
  }
}

/// A grade of a school and when it was given.
struct SchoolGrade: Sendable {
  var school: Int
  var grade: Int
  var date: CalendarDate
  var source: SourceLine
}

/// The grades that count, school by school and added up.
private final class LatestInspectionFigures: AreaFigures, SchoolFigureSource {
  private let study: Study
  private let id: String
  private let best: Int
  /// By year, sorted by school.
  private let grades: [[SchoolGrade]]
  /// By year × areas + area.
  private let cells: [SchoolCountCell]

  init(_ study: Study, _ id: String, _ calculation: LatestInspectionCalculation) {
    (self.study, self.id, best, grades) = (study, id, calculation.best, calculation.grades(study))
    var cells = [SchoolCountCell](repeating: SchoolCountCell(), count: study.years.count * study.areas.width)
    for (year, schools) in grades.enumerated() {
      for school in schools {
        let cell = study.cell(year, Int(study.homes.areas[school.school * study.years.count + year]))
        cells[cell].judged += 1
        if school.grade <= best { cells[cell].counted += 1 }
      }
    }
    study.areas.addUp(&cells)
    self.cells = cells
  }

  func figure(year: Int, area: Int) -> AreaFigure {
    let cell = cells[study.cell(year, area)]
    var figure = AreaFigure(missing: .notSupplied)
    if cell.judged > 0, study.isCovered(cell.authorities, year: year, area: area) {
      figure = AreaFigure(value: .percent(cell.counted, of: cell.judged))
      figure.counts = (cell.counted, cell.judged)
      figure.pooled = figure.value
      figure.pooledCounts = figure.counts
      figure.test = SampledShare(pupils: cell.judged, percent: .percent(cell.counted, of: cell.judged))
      figure.notes = ["\(cell.counted) of \(cell.judged) schools"]
    }
    if area == 0, figure.value.value == nil { figure.useRulebook(study.england(id, .all, year: year)) }
    return figure
  }

  /// 100 where the grade is good enough, 0 where it is not.
  func figure(_ cells: SchoolCells, school: Int, year: Int) -> AreaFigure? {
    guard let grade = grade(school, year) else { return nil }
    let isGood = grade.grade <= best
    var figure = AreaFigure(value: Rational(isGood ? 100 : 0))
    figure.counts = (isGood ? 1 : 0, 1)
    figure.notes = ["grade \(grade.grade) on \(grade.date)"]
    figure.sources = [grade.source]
    return figure
  }

  func hasFigure(school: Int, years: Range<Int>) -> Bool { years.contains { grade(school, $0) != nil } }

  private func grade(_ school: Int, _ year: Int) -> SchoolGrade? {
    grades[year].position(of: school, by: \.school).map { grades[year][$0] }
  }
}

extension LatestInspectionCalculation: IndicatorKind {
  func areas(_ study: Study, _ indicator: Indicator, _ group: PupilGroup, counts: [String: SchoolCount])
    -> (any AreaFigures)?
  { study.data.inspections.isEmpty ? nil : LatestInspectionFigures(study, indicator.id, self) }

  func schools(_ study: Study, _ areas: any AreaFigures, _ group: PupilGroup, _ readers: inout TableReaders)
    -> (any SchoolFigureSource)?
  { areas as? LatestInspectionFigures }
}

extension Study {
  /// Schools in an Ofsted category by 31 December of each year. Source: rulebook §9.5.
  var schoolsInCategory: [Set<Int>] {
    var found = [Set<Int>](repeating: [], count: years.count)
    for school in data.inspections.schools {
      let inspections = data.inspections.newestFirst(school, until: years.lastDay(years.count - 1))
      for year in found.indices {
        let december = years.lastDay(year)
        if inspections.first(where: { $0.date <= december })?.category != nil { found[year].insert(school) }
      }
    }
    return found
  }
}

extension StudyYears {
  /// 31 December of the year at a position.
  func lastDay(_ position: Int) -> CalendarDate {
    CalendarDate(year: year(position).ending, month: 12, day: 31)!
  }
}
