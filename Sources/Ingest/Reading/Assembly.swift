import SchoolStatistics

/// Makes `SchoolData` of what the files gave: places looked up, duplicates left out, published figures sorted out.
struct Assembly {
  var data = SchoolData()
  private let results: [FileResult]
  private let registers: Registers
  private var findings: [Finding] = []

  init(_ read: [FileResult], reference: ReferenceData, jobs: Int) {
    let believed = mapInParallel(read.count, block: 1, jobs: jobs) { index in
      var result = read[index]
      let findings = result.removeContradictions(reference.measures)
      return (result, findings)
    }
    results = believed.map(\.0)
    findings = believed.flatMap(\.1)
    registers = Registers(results, reference: reference)
    data.authorities = registers.authorities.sorted
    data.regions = registers.authorities.regions.sorted { $0.code < $1.code }
    data.neighbours = registers.neighbours
    data.schools = registers.schools.sorted
    data.links = registers.schools.sortedLinks
    data.measures = registers.measures
    findings += registers.findings
    makeTables(jobs: jobs)
    removeContradictions(reference.measures, jobs: jobs)
    var published = PublishedAssembly(results, registers: registers)
    data.published = published.figures
    findings += published.findings
    published.findings = []
  }

  private mutating func makeTables(jobs: Int) {
    var makers: [TableMaker] = []
    for result in results.inOrderOfVersions where result.plan.layout.role == .results {
      for index in result.plan.tables.indices {
        for level in [GeographicLevel.school, .localAuthority] {
          let builder = level == .school ? result.state.schools[index] : result.state.authorities[index]
          if builder.count > 0 { makers.append(TableMaker(result, table: index, level: level, builder: builder)) }
        }
      }
    }
    let schoolPlaces = PlaceFinder(data.schools.indices.map { Int32(clamping: data.schools[$0].urn.number) })
    let authorityPlaces = PlaceFinder(
      data.authorities.indices.map { Int32(clamping: data.authorities[$0].code.number) })
    let (registers, read) = (registers, makers)
    makers = mapInParallel(read.count, block: 1, jobs: jobs) { index in
      var maker = read[index]
      maker.lookUp(schoolPlaces: schoolPlaces, authorityPlaces: authorityPlaces) {
        Int32(clamping: registers.schools.urn($0))
      }
      maker.dropDuplicates()
      return maker
    }
    Repetitions.dropHistory(&makers)
    Repetitions.dropAcrossFiles(&makers)
    var lines: Set<[Int]> = []
    var tables: [DataTable] = []
    for maker in makers {
      // A line that gives rows to several tables is reported once.
      findings += maker.findings.filter { finding in
        finding.rule != Check.duplicateKey.id || finding.severity == .note
          || finding.line.map { lines.insert([maker.source, $0]).inserted } ?? true
      }
      if let table = maker.table { tables.append(table) }
    }
    let inOrder = tables.enumerated().sorted { ($0.element.source, $0.offset) < ($1.element.source, $1.offset) }
    data.tables = inOrder.map(\.element)
  }

  private mutating func removeContradictions(_ measures: MeasureList, jobs: Int) {
    let (paths, tables) = (results.paths, data.tables)
    let checked = mapInParallel(tables.count, block: 1, jobs: jobs) { index in
      var table = tables[index]
      let findings = table.removeContradictions(path: paths[table.source] ?? "", measures: measures)
      return (table, findings)
    }
    data.tables = checked.map(\.0)
    findings += checked.flatMap(\.1)
  }

  /// Years of the results of each source that has some, ascending.
  var years: [Int: [AcademicYear]] {
    var years: [Int: Set<Int>] = [:]
    for table in data.tables { years[table.source, default: []].formUnion(table.years.distinctValues.map(Int.init)) }
    for figure in data.published { years[figure.source, default: []].insert(figure.year.ending) }
    return years.mapValues { $0.subtracting([0]).sorted().map { AcademicYear(ending: $0) } }
  }

  /// All findings about the data as a whole.
  func check(reference: ReferenceData, jobs: Int) -> [Finding] {
    findings + DataChecks(data, results: results, registers: registers, reference: reference, jobs: jobs).findings
  }
}
