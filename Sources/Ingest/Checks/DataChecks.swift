import SchoolStatistics

extension [FileResult] {
  /// The path of each source.
  var paths: [Int: String] { Dictionary(uniqueKeysWithValues: map { ($0.source, $0.plan.path) }) }
}

/// Runs the checks that need whole tables or all data at once.
struct DataChecks {
  let findings: [Finding]

  init(_ data: SchoolData, results: [FileResult], registers: Registers, reference: ReferenceData, jobs: Int) {
    let paths = results.paths
    let tables = data.tables.map { CheckedTable(table: $0, path: paths[$0.source] ?? "", measures: reference.measures) }
    let groups = Dictionary(grouping: tables) { "\($0.table.name) \($0.table.source) \($0.table.level)" }.sorted {
      $0.key < $1.key
    }.map(\.value)

    var checks: [@Sendable () -> [Finding]] = tables.map { table in
      {
        table.impossibleCombinations() + table.targetsAgainstCounts() + table.targetsAbove100()
          + table.targetsAboveCohort()
          + table.exemptionsWithoutReason()
          + table.estimatesDBelowB() + table.estimatesOutOfRange() + table.implausibleRounds()
          + table.implausibleDatesSet()
      }
    }
    checks += groups.map { group in { Check.groupTotals(group) } }
    let isRegisterGiven = registers.schools.isGiven
    let unknown = registers.authorities.unknown
    let years = reference.years
    checks.append { Check.implausibleSwings(tables, schools: data.schools) }
    checks.append { Check.targetsWithoutResults(tables, schools: data.schools) }
    checks.append { Check.unknownSchools(tables, data: data, isRegisterGiven: isRegisterGiven) }
    checks.append { Check.unknownAuthorities(results, tables, data: data, unknown: unknown) }
    checks.append { Check.unknownYears(results, years: years) }

    let all = checks
    findings = mapInParallel(all.count, block: 1, jobs: jobs) { all[$0]() }.flatMap { $0 }
  }
}
