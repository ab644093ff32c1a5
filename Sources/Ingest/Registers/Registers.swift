import SchoolStatistics

/// Authorities, schools, links, neighbours and measures, gathered from all files.
struct Registers {
  private(set) var authorities: AuthorityRegister
  private(set) var schools: SchoolRegister
  private(set) var neighbours: [StatisticalNeighbours] = []
  private(set) var measures: [Measure: MeasureDefinition]
  /// Rows that are left out or overruled.
  private(set) var findings: [Finding] = []

  init(_ results: [FileResult], reference: ReferenceData) {
    authorities = AuthorityRegister(codes: reference.codes)
    schools = SchoolRegister(codes: reference.codes)
    measures = reference.measures.definitions
    func records(_ kind: RegisterRule.Kind) -> [(
      rule: RegisterRule, records: [RegisterRecord], list: RegisterFindings.List
    )] {
      results.compactMap { result in
        guard let rule = result.plan.layout.register, rule.kind == kind else { return nil }
        let kept = rule.kept(result.state.records)
        return (rule, kept, RegisterFindings.List(path: result.plan.path, records: kept, header: result.plan.header))
      }
    }
    var checked = RegisterFindings()
    let lists = records(.authorities)
    for list in lists { authorities.add(list.records) }
    if !lists.contains(where: { $0.rule.replaces == true }) {
      authorities.add(reference.authorities)
      authorities.add(reference.changes)
    }
    for list in records(.authorityNames) { authorities.add(list.records) }
    // Lists of codes and their changes name an authority once for each.
    checked.addRows(lists.filter { $0.rule.replaces == true }.map(\.list), of: "la_code", .authority, what: "authority")
    let known = authorities.byCode
    var named: Set<String> = []
    for list in records(.neighbours) {
      checked.addNeighbours(list.list) { known[$0] != nil }
      for record in list.records {
        guard let row = StatisticalNeighbours(record, isKnown: { known[$0] != nil }) else { continue }
        if named.insert("\(row.authority) \(row.model)").inserted { neighbours.append(row) }
      }
    }
    neighbours.sort { ($0.authority, $0.model) < ($1.authority, $1.model) }
    for list in records(.measures) {
      for record in list.records {
        guard let definition = MeasureDefinition(record, prefix: "lait_") else { continue }
        if measures[definition.measure] == nil { measures[definition.measure] = definition }
      }
    }
    let registers = records(.schools)
    checked.addRows(registers.map(\.list), of: "urn", .urn, what: "school")
    for list in registers { schools.add(register: list.records) }
    for list in records(.schoolNames) { schools.add(names: list.records) }
    let links = records(.links)
    checked.addLinks(links.map(\.list))
    for list in links { schools.add(links: list.records) }
    findings = checked.findings
    addSchoolsOfResults(results)
    addAuthorities(results)
  }

  /// Schools that only results know.
  private mutating func addSchoolsOfResults(_ results: [FileResult]) {
    for result in results {
      let stage = result.stage
      for key in result.state.sightingOrder { schools.add(result.state.sightings[key]!, key: key, stage: stage) }
    }
    for result in results {
      let stage = result.stage
      for (index, builder) in result.state.schools.enumerated() where result.plan.tables[index].rule.placeless != true {
        var last: Int32 = 0
        for row in 0..<builder.count where builder.keys[row] != last {
          last = builder.keys[row]
          schools.note(key: last, authority: builder.groups[row] == .cic ? 0 : builder.authorities[row], stage: stage)
        }
      }
      if result.plan.keys.authorityBelowItsSchools { addAuthoritiesBelow(result) }
    }
  }

  /// Schools take the authority of those that stand with them above a total of an authority.
  private mutating func addAuthoritiesBelow(_ result: FileResult) {
    let blocks = AuthorityBlocks(result, schools: schools)
    for (line, key) in result.state.schoolLines {
      if let code = blocks.authority(ofLine: line) {
        schools.note(key: key, authority: Int16(clamping: code), stage: nil)
      }
    }
  }

  /// Authorities that rows name and no list has.
  private mutating func addAuthorities(_ results: [FileResult]) {
    for result in results {
      for builder in result.state.authorities {
        for key in builder.keys.distinctValues { authorities.addUnknown(Int(key), name: "") }
      }
      for area in result.state.areas where area.kind == .localAuthority && area.authority > 0 {
        authorities.addUnknown(
          Int(area.authority), name: area.name.map { result.state.areaNames.distinct[Int($0)] } ?? "")
      }
      for builder in result.state.schools {
        for code in builder.authorities.distinctValues where code > 0 { authorities.addUnknown(Int(code), name: "") }
      }
    }
    for code in schools.authorityCodes where code > 0 { authorities.addUnknown(code, name: "") }
  }
}

extension FileResult {
  /// The kind of school that has results in the file, where its tables tell.
  var stage: SchoolKind? {
    for table in plan.tables {
      switch table.name {
      case "ks2_results": return .primary
      case "ks4_results": return .secondary
      default: break
      }
    }
    return nil
  }
}
