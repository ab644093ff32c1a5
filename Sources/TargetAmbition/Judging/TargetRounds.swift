import SchoolStatistics

/// Which targets there are: the target years, and the schools with a target on each measure.
struct TargetRounds: Sendable {
  private struct Key: Hashable {
    var year: AcademicYear
    var measure: Measure
  }
  private var schools: [Key: [Int]] = [:]
  /// Ascending.
  let years: [AcademicYear]

  init(_ data: SchoolData, jobs: Int) {
    let targets = data.targets
    let members = targets.schools
    let keys = mapInParallel(members.count, jobs: jobs) { position in
      Set(targets[members[position]].map { Key(year: $0.year, measure: $0.measure) })
    }
    for (school, keys) in zip(members, keys) { for key in keys { schools[key, default: []].append(school) } }
    years = Set(schools.keys.map(\.year)).sorted()
  }

  /// Schools with a target for a measure in a year, ascending.
  func schools(_ measure: Measure, in year: AcademicYear) -> [Int] { schools[Key(year: year, measure: measure)] ?? [] }

  func hasAny(_ measures: [String], in year: AcademicYear) -> Bool {
    measures.contains { schools[Key(year: year, measure: Measure($0))] != nil }
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
