import SchoolStatistics

/// All targets by school, year and measure.
struct TargetIndex: Sendable {
  private struct Key: Hashable {
    var school: Int
    var year: AcademicYear
    var measure: Measure
  }
  private var records: [Key: TargetRecord] = [:]
  /// School and target years with any target, by school and year.
  private(set) var schoolYears: [AcademicYear: Set<Int>] = [:]

  init(_ data: SchoolData) {
    let rows = SchoolRows(data.tables("targets"))
    rows.visit { school, year, variant, position in
      let record = TargetRecord(rows, position, school: school, year: year, variant: variant)
      records[Key(school: school, year: year, measure: record.measure)] = record
      schoolYears[year, default: []].insert(school)
    }
  }

  func record(_ school: Int, _ year: AcademicYear, _ measure: Measure) -> TargetRecord? {
    records[Key(school: school, year: year, measure: measure)]
  }

  /// The first of several measures that the school has a target for.
  func record(_ school: Int, _ year: AcademicYear, anyOf measures: [String]) -> TargetRecord? {
    measures.lazy.compactMap { record(school, year, Measure($0)) }.first
  }

  /// Schools with a target for a measure in a year, ascending.
  func schools(_ measure: Measure, in year: AcademicYear) -> [Int] {
    (schoolYears[year] ?? []).filter { record($0, year, measure) != nil }.sorted()
  }

  var years: [AcademicYear] { schoolYears.keys.sorted() }

  func hasAny(_ measures: [String], in year: AcademicYear) -> Bool {
    records.keys.contains { $0.year == year && measures.contains($0.measure.id) }
  }
}
