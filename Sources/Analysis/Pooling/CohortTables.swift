import SchoolStatistics

/// Cohorts of all pupils by school and year, from whatever table gives them; 0 where none does.
///
/// They stand in for denominators that a file of percentages lacks, and tell which schools should have results.
struct CohortTables: Sendable {
  private var tables: [Measure: [Int32]] = [:]

  subscript(measure: Measure) -> [Int32]? { tables[measure] }

  init(_ data: SchoolData, _ years: StudyYears, _ measures: Set<Measure>, jobs: Int) {
    let measures = measures.sorted()
    let cohorts = mapInParallel(measures.count, block: 1, jobs: jobs) { Self.cohorts(data, years, measures[$0]) }
    for (measure, cohorts) in zip(measures, cohorts) where !cohorts.isEmpty { tables[measure] = cohorts }
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
        if cohorts[position] == 0 { cohorts[position] = Int32(pupils) }
      }
    }
    return cohorts
  }
}
