import Rulebook
import SchoolStatistics

extension LatestInspectionCalculation {
  /// The grade that counts for each school, one list a year.
  func grades(_ study: Study, _ inspections: InspectionRecords) -> [[SchoolGrade]] {
    (0..<study.years.count).map { position in
      let year = study.years.year(position)
      let december = CalendarDate(year: year.ending, month: 12, day: 31)!
      return inspections.latest(year) { inspections.figure(measure, $0).count != nil }.compactMap { record in
        let school = study.data.schools[Int(record.school)]
        guard study.homes.scopes[Int(record.school)] & schools.bit != 0, school.opened.map({ $0 <= december }) ?? true,
          school.closed.map({ $0 > december }) ?? true, let grade = inspections.figure(measure, record).count
        else { return nil }
        return SchoolGrade(
          school: Int(record.school), grade: grade, day: Int(record.day), source: inspections.source(record))
      }
    }
  }
}

/// A grade of a school and when it was given.
struct SchoolGrade: Sendable {
  var school: Int
  var grade: Int
  /// Year × 10000 + month × 100 + day.
  var day: Int
  var source: SourceLine
}

extension LatestInspectionCalculation {
  /// Schools by grade added up; by year × areas + area.
  func cells(_ study: Study, _ grades: [[SchoolGrade]]) -> [SchoolCountCell] {
    var cells = [SchoolCountCell](repeating: SchoolCountCell(), count: study.years.count * study.areas.width)
    for (year, schools) in grades.enumerated() {
      for school in schools {
        let cell = study.cell(year, Int(study.homes.areas[school.school * study.years.count + year]))
        cells[cell].judged += 1
        if school.grade <= best { cells[cell].counted += 1 }
      }
    }
    study.areas.addUp(&cells)
    return cells
  }
}
