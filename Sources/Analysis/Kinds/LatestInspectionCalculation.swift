import SchoolStatistics

/// Schools whose most recent inspection gave a grade as good as `best` or better, of schools with a grade.
///
/// A snapshot at 31 December of the year; a predecessor's grade is not carried over. Source: NI 86, rulebook §1.3 S10.
public struct LatestInspectionCalculation: Hashable, Sendable, Decodable {
  public var measure: Measure
  /// 1 outstanding to 4 inadequate.
  public var best: Int
  public var schools: SchoolScope

  private enum Key: String, CodingKey { case measure, best, schools }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    measure = Measure(try fields.decode(String.self, forKey: .measure))
    best = try fields.decode(Int.self, forKey: .best)
    schools = try fields.decode(SchoolScope.self, forKey: .schools)
  }

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
