import Dispatch
import SchoolStatistics
import Synchronization

/// Makes `SchoolData` of what the files gave: places looked up, duplicates left out, published figures sorted out.
struct Assembly {
  var data = SchoolData()
  private let results: [FileResult]
  private let registers: Registers
  private var findings: [Finding] = []

  init(_ results: [FileResult], reference: ReferenceData, jobs: Int) {
    self.results = results
    registers = Registers(results, reference: reference)
    data.authorities = registers.authorities.sorted
    data.regions = registers.authorities.regions.sorted { $0.code < $1.code }
    data.neighbours = registers.neighbours
    data.schools = registers.schools.sorted
    data.links = registers.schools.sortedLinks
    data.measures = registers.measures
    makeTables(jobs: jobs)
    var published = PublishedAssembly(results, registers: registers)
    data.published = published.figures
    findings += published.findings
    published.findings = []
  }

  private mutating func makeTables(jobs: Int) {
    var makers: [TableMaker] = []
    for result in results where result.plan.layout.role == .results {
      for index in result.plan.tables.indices {
        for level in [GeographicLevel.school, .localAuthority] {
          let builder = level == .school ? result.state.schools[index] : result.state.authorities[index]
          if builder.count > 0 { makers.append(TableMaker(result, table: index, level: level, builder: builder)) }
        }
      }
    }
    let schoolPlaces = Dictionary(
      uniqueKeysWithValues: data.schools.enumerated().map { (Int32($1.urn.number), Int32($0)) })
    let authorityPlaces = Dictionary(
      uniqueKeysWithValues: data.authorities.enumerated().map { (Int32($1.code.number), Int32($0)) })
    let registers = registers
    let made = Mutex([TableMaker](makers))
    let fixed = makers
    DispatchQueue.concurrentPerform(iterations: fixed.count) { index in
      var maker = fixed[index]
      maker.lookUp(schoolPlaces: schoolPlaces, authorityPlaces: authorityPlaces) { Int32(registers.schools.urn($0)) }
      maker.dropDuplicates()
      let done = maker
      made.withLock { $0[index] = done }
    }
    makers = made.withLock { $0 }
    Repetitions.dropHistory(&makers)
    Repetitions.dropAcrossFiles(&makers)
    var lines: Set<[Int]> = []
    for maker in makers {
      // A line that gives rows to several tables is reported once.
      findings += maker.findings.filter { finding in
        finding.rule != Check.duplicateKey.id || finding.severity == .note
          || finding.line.map { lines.insert([maker.source, $0]).inserted } ?? true
      }
      if let table = maker.table { data.tables.append(table) }
    }
  }

  /// Years of the results of a source, ascending.
  func years(of source: Int) -> [AcademicYear] {
    var years: Set<Int> = []
    for table in data.tables where table.source == source { years.formUnion(table.years.distinctValues.map(Int.init)) }
    for figure in data.published where figure.source == source { years.insert(figure.year.ending) }
    years.remove(0)
    return years.sorted().map { AcademicYear(ending: $0) }
  }

  /// All findings about the data as a whole.
  func check(reference: ReferenceData) -> [Finding] {
    findings + DataChecks(data, results: results, registers: registers, reference: reference).findings
  }
}
