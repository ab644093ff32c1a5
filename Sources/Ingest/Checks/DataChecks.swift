import Dispatch
import SchoolStatistics
import Synchronization

/// Runs the checks that need whole tables or all data at once.
struct DataChecks {
  let findings: [Finding]

  init(_ data: SchoolData, results: [FileResult], registers: Registers, reference: ReferenceData) {
    let paths = Dictionary(uniqueKeysWithValues: results.map { ($0.source, $0.plan.path) })
    let tables = data.tables.map { CheckedTable(table: $0, path: paths[$0.source] ?? "", measures: reference.measures) }
    let groups = Dictionary(grouping: tables) { "\($0.table.name) \($0.table.source) \($0.table.level)" }.sorted {
      $0.key < $1.key
    }.map(\.value)

    var jobs: [@Sendable () -> [Finding]] = tables.map { table in
      {
        table.percentagesOutOfRange() + table.numeratorsAboveDenominators() + table.impossibleCombinations()
          + table.targetsAbove100() + table.targetsAboveCohort() + table.exemptionsWithoutReason()
          + table.estimatesDBelowB()
      }
    }
    jobs += groups.map { group in { Check.groupTotals(group) } }
    let isRegisterGiven = registers.schools.isGiven
    let unknown = registers.authorities.unknown
    let years = reference.years
    jobs.append { Check.implausibleSwings(tables, schools: data.schools) }
    jobs.append { Check.targetsWithoutResults(tables, schools: data.schools) }
    jobs.append { Check.unknownSchools(tables, data: data, isRegisterGiven: isRegisterGiven) }
    jobs.append { Check.unknownAuthorities(results, tables, data: data, unknown: unknown) }
    jobs.append { Check.unknownYears(results, years: years) }

    let found = Mutex([[Finding]](repeating: [], count: jobs.count))
    let work = jobs
    DispatchQueue.concurrentPerform(iterations: work.count) { index in
      let result = work[index]()
      found.withLock { $0[index] = result }
    }
    findings = found.withLock { $0.flatMap { $0 } }
  }
}
