import SchoolStatistics

/// Which targets there are: the target years, and the schools with a row of targets for each measure.
struct TargetIndex: Sendable {
  private struct Key: Hashable {
    var year: AcademicYear
    var measure: Measure

    init(_ record: TargetRecord) { (year, measure) = (record.year, record.measure) }
    init(_ year: AcademicYear, _ measure: Measure) { (self.year, self.measure) = (year, measure) }
  }
  private let records: BySchool<TargetRecord>
  private let decimals: StatedDecimals
  private var schools: [Key: [Int]] = [:]
  private var held: Set<Key> = []
  /// Ascending.
  let years: [AcademicYear]
  /// Targets for groups of pupils, by group in its order, then by school.
  let groupRecords: [(record: TargetRecord, group: PupilGroup)]

  init(_ data: SchoolData, jobs: Int) {
    let records = data.targets
    let members = records.schools
    let found = mapInParallel(members.count, jobs: jobs) { position in
      let own = records[members[position]]
      return (all: Set(own.map { Key($0) }), held: Set(own.filter(\.isSet).map { Key($0) }))
    }
    for (school, keys) in zip(members, found) {
      for key in keys.all { schools[key, default: []].append(school) }
      held.formUnion(keys.held)
    }
    self.records = records
    years = Set(schools.keys.map(\.year)).sorted()
    let tables = data.tables.filter { $0.name == TargetRecord.table }
    decimals = StatedDecimals(tables)
    groupRecords = Set(tables.flatMap(\.groups)).subtracting([.all]).sorted { $0.ordinal < $1.ordinal }.flatMap {
      group in
      let records = data.targets(for: group)
      return records.schools.flatMap { records[$0] }.map { ($0, group) }
    }
  }

  /// The targets of a school (index in `SchoolData.schools`).
  subscript(school: Int) -> SchoolTargets { SchoolTargets(records[school].map(decimals.stated)) }

  /// Schools with a row for a measure in a year, ascending.
  func schools(_ measure: Measure, in year: AcademicYear) -> [Int] { schools[Key(year, measure)] ?? [] }

  /// Whether any school holds a target for one of the measures.
  func hasAny(_ measures: [String], in year: AcademicYear) -> Bool {
    measures.contains { held.contains(Key(year, Measure($0))) }
  }
}

/// The targets of one school; the first of several for one year and measure counts.
struct SchoolTargets: Sendable {
  private let records: [TargetRecord]

  init(_ records: [TargetRecord]) { self.records = records }

  func record(_ year: AcademicYear, _ measure: Measure) -> TargetRecord? {
    records.first { $0.year == year && $0.measure == measure }
  }

  /// The first of several measures that the school has a target for.
  func record(_ year: AcademicYear, anyOf measures: [String]) -> TargetRecord? {
    measures.lazy.compactMap { record(year, Measure($0)) }.first
  }
}
