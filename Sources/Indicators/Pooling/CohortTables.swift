import SchoolStatistics

/// Cohorts of all pupils by school and year, from whatever table gives them; 0 where none does.
///
/// They stand in for denominators that a file of percentages lacks, and tell which schools should have results.
struct CohortTables: Sendable {
  private var tables: [Measure: [Int32]] = [:]
  private var absences: [Measure: [AbsentSchool]] = [:]

  subscript(measure: Measure) -> [Int32]? { tables[measure] }

  /// Those whose cohort of a year is not known though they should have one.
  func absent(_ measure: Measure) -> [AbsentSchool] { absences[measure] ?? [] }

  init(_ data: SchoolData, _ years: StudyYears, _ measures: Set<Measure>, jobs: Int) {
    let measures = measures.sorted()
    let found = mapInParallel(measures.count, block: 1, jobs: jobs) {
      let cohorts = Self.cohorts(data, years, measures[$0])
      return (cohorts: cohorts, absent: Self.absent(data, years, cohorts))
    }
    for (measure, (cohorts, absent)) in zip(measures, found) where !cohorts.isEmpty {
      (tables[measure], absences[measure]) = (cohorts, absent)
    }
  }

  /// Empty where no table has the measure.
  private static func cohorts(_ data: SchoolData, _ years: StudyYears, _ measure: Measure) -> [Int32] {
    var cohorts: [Int32] = []
    for table in data.tables where table.level == .school {
      guard let column = table.counts(measure)?.figures else { continue }
      if cohorts.isEmpty { cohorts = [Int32](repeating: 0, count: data.schools.count * years.count) }
      let (places, ending, groups) = (table.places, table.years, table.groups)
      for row in 0..<table.count where groups[row] == .all {
        guard let year = years.position(Int(ending[row])), let pupils = column.count(at: row) else { continue }
        let position = Int(places[row]) * years.count + year
        if cohorts[position] == 0 { cohorts[position] = Int32(clamping: pupils) }
      }
    }
    return cohorts
  }

  private static func absent(_ data: SchoolData, _ years: StudyYears, _ cohorts: [Int32]) -> [AbsentSchool] {
    let width = years.count
    var absent: [AbsentSchool] = []
    for first in stride(from: 0, to: cohorts.count, by: width) {
      let school = first / width
      let positions = first..<(first + width)
      guard positions.contains(where: { cohorts[$0] > 0 }), data.schools[school].isRegistered else { continue }
      for position in positions where cohorts[position] == 0 {
        let year = position - first
        let (opened, closed) = (data.schools[school].opened, data.schools[school].closed)
        guard Self.wasOpen(from: opened, to: closed, in: years.year(year)) else { continue }
        absent.append(
          AbsentSchool(position: Int32(clamping: position), pupils: nearest(cohorts, of: positions, to: year)))
      }
    }
    return absent
  }

  /// Whether a school was open when the summer's results were taken (throughout May).
  private static func wasOpen(from opened: CalendarDate?, to closed: CalendarDate?, in year: AcademicYear) -> Bool {
    let first = CalendarDate(year: year.ending, month: 5, day: 1)!
    let last = CalendarDate(year: year.ending, month: 5, day: 31)!
    return (opened.map { $0 <= first } ?? true) && (closed.map { $0 >= last } ?? true)
  }

  /// The cohort of the nearest year of a school that has one; the earlier of two equally near.
  private static func nearest(_ cohorts: [Int32], of school: Range<Int>, to year: Int) -> Int32 {
    for distance in 1..<max(2, school.count) {
      for other in [year - distance, year + distance] where other >= 0 && other < school.count {
        let pupils = cohorts[school.lowerBound + other]
        if pupils > 0 { return pupils }
      }
    }
    return 0
  }
}
