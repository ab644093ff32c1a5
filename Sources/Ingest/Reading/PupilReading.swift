import CSV
import SchoolStatistics

extension PupilPlan {
  /// Reads a file of pupils in parts and makes the rows of the count tables of it.
  ///
  /// One pass, and two more where a pupil may stand twice: one to see who does, one to count without the repetitions.
  func read(source: Int, file csv: CSVFile, parts: Int) throws(CSVError) -> FileResult {
    let plan = self
    // A row has 60 bytes or more.
    let sieve = slots[.pupil].map { _ in PupilSieve(pupils: csv.byteCount / 60) }
    var pieces = try csv.readBatches(
      columns: file.wanted, parts: parts, makeState: { _ in PupilState(plan, sieve: sieve) },
      body: { state, records in state.take(records) })
    let doubtful = pieces.reduce(into: Set<UInt64>()) { $0.formUnion($1.state.doubtful) }
    var repeated = PupilRepetitions()
    if !doubtful.isEmpty, slots[.pupil] != nil {
      repeated = try repetitions(of: doubtful, in: csv)
      if !repeated.excluded.isEmpty {
        let starts = pieces.map(\.firstLine)
        let excluded = repeated.excluded
        pieces = try csv.readBatches(
          columns: file.wanted, parts: parts,
          makeState: { part in
            let start = starts[part]
            return PupilState(plan, sieve: nil, excluded: Set(excluded.lazy.filter { $0 >= start }.map { $0 - start }))
          }, body: { state, records in state.take(records) })
      }
    }
    var findings = notes() + repeated.findings(file)
    var rows = 0
    for piece in pieces {
      rows += piece.records
      for problem in piece.problems { findings += file.note(problem, line: piece.firstLine + problem.line) }
    }
    var state = PupilState(plan, sieve: nil)
    for index in pieces.indices {
      pieces[index].state.moveLines(to: pieces[index].firstLine)
      if index == 0 { swap(&state, &pieces[index].state) } else { state.append(pieces[index].state) }
      pieces[index].state = PupilState(plan, sieve: nil)
    }
    findings += state.log.findings(file)
    return FileResult(source: source, plan: counted, state: partState(state), rows: rows, findings: findings)
  }

  /// Who stands twice among those who may.
  private func repetitions(of doubtful: Set<UInt64>, in csv: CSVFile) throws(CSVError) -> PupilRepetitions {
    let plan = self
    var pieces = try csv.readBatches(
      columns: file.wanted, parts: 1, makeState: { _ in [PupilRepetitions.Row]() },
      body: { rows, records in
        for index in 0..<records.count {
          let record = records[index]
          guard let slot = plan.slots[.pupil], let year = plan.year(record),
            let pupil = plan.number(record, slot, year), doubtful.contains(pupil)
          else { continue }
          var digest: UInt64 = 0
          for slot in 0..<plan.file.wanted.count { digest = record[slot].number(seed: digest) }
          rows.append(
            PupilRepetitions.Row(
              pupil: pupil, school: plan.place(record).school, line: record.line, digest: digest))
        }
      })
    for index in pieces[0].state.indices { pieces[0].state[index].line += pieces[0].firstLine }
    return PupilRepetitions(pieces[0].state)
  }

  /// What is said of the file as a whole.
  private func notes() -> [Finding] {
    var findings = slots.personal.map {
      Check.personalColumn.finding(
        ["what": "column '\($0)' looks like a name, a pupil number or a date of birth"], file: file.path, line: 1,
        column: $0)
    }
    if slots[.pupil] == nil {
      findings.append(
        Check.personalColumn.finding(
          ["what": "no column 'pupil' holds a key without meaning, so that nobody can be seen to stand twice"],
          file: file.path, line: 1, action: "every row counted"))
    }
    return findings
  }

  /// The rows of the tables, as if a file had held them.
  private func partState(_ state: PupilState) -> PartState {
    var part = PartState(counted)
    part.noteSchools(state.sightings.schools)
    for (index, table) in counted.tables.enumerated() {
      if !table.variant.isEmpty {
        part.authorities[index].append(totals: state.totals, table)
        continue
      }
      let columns = table.columns.map { column in measures.firstIndex(of: column.measure) }
      part.schools[index].append(state.schools, groups: groups, columns, width: measures.count)
      if slots.stage == .earlyYears {
        part.authorities[index].append(state.authorities, groups: groups, columns, width: measures.count)
        part.authorities[index].append(state.inCare, groups: [.cic], columns, width: measures.count)
      } else {
        part.schools[index].append(state.inCare, groups: [.cic], columns, width: measures.count)
      }
    }
    return part
  }
}

extension PartState {
  fileprivate mutating func noteSchools(_ schools: [PupilSchools.School]) {
    for school in schools {
      sightings[school.key] = Sighting(
        authority: school.authority, establishment: 0, name: "", type: "", kind: nil, line: school.line)
      sightingOrder.append(school.key)
    }
  }
}

extension TableBuilder {
  /// Appends a row for each place, year and group that has pupils; the first number is the cohort.
  fileprivate mutating func append(
    _ tally: PupilTally, groups all: [PupilGroup], _ columns: [Int?], width: Int
  ) {
    for (position, head) in tally.heads.enumerated() {
      for (place, group) in all.enumerated() {
        let base = position * tally.width + place * width
        guard tally.counts[base] != 0 else { continue }
        keys.append(head.key)
        years.append(head.year)
        isHistory.append(false)
        groups.append(group)
        authorities.append(head.part)
        lines.append(head.line)
        for (index, column) in columns.enumerated() {
          let count = column.map { tally.counts[base + $0] } ?? PupilMeaning(.notSupplied).reason
          figures[index].append(counts: [count!])
        }
      }
    }
  }

  /// Appends a row for each authority, year and total of points.
  fileprivate mutating func append(totals: PupilTally, _ table: TablePlan) {
    for (position, head) in totals.heads.enumerated() {
      keys.append(head.key)
      years.append(head.year)
      isHistory.append(false)
      groups.append(.all)
      authorities.append(0)
      lines.append(head.line)
      variants.append(variants.intern("\(head.part)"))
      for (index, column) in table.columns.enumerated() {
        let isPoints = column.measure.id == "ey_total_points"
        figures[index].append(count: isPoints ? Int(head.part) : Int(totals.counts[position]))
      }
    }
  }
}

/// Pupils who stand twice in a file, and the lines that are not counted for it.
struct PupilRepetitions: Sendable {
  struct Row: Sendable {
    /// The number of the pupil in the year.
    var pupil: UInt64
    var school: Int
    var line: Int
    var digest: UInt64
  }
  private(set) var excluded: Set<Int> = []
  /// Line, the earlier line, and whether both rows are the same.
  private var twice: [(line: Int, first: Int, isSame: Bool)] = []
  private var inTwoSchools: [(line: Int, other: Int)] = []

  init() {}

  init(_ rows: [Row]) {
    for rows in Dictionary(grouping: rows, by: \.pupil).values where rows.count > 1 {
      let rows = rows.sorted { $0.line < $1.line }
      if let other = rows.first(where: { $0.school != rows[0].school }) {
        for row in rows { excluded.insert(row.line) }
        inTwoSchools += rows.map { ($0.line, $0.line == rows[0].line ? other.line : rows[0].line) }
      } else {
        for row in rows.dropFirst() {
          excluded.insert(row.line)
          twice.append((row.line, rows[0].line, row.digest == rows[0].digest))
        }
      }
    }
    twice.sort { $0.line < $1.line }
    inTwoSchools.sort { $0.line < $1.line }
  }

  func findings(_ plan: FilePlan) -> [Finding] {
    var found = twice.prefix(PupilLog.named).map { row in
      Check.pupilTwice.finding(
        [
          "what":
            "the pupil of line \(row.first) stands here again, \(row.isSame ? "exactly the same" : "with other values; keep one")"
        ],
        file: plan.path, line: row.line, severity: row.isSame ? .warning : .error,
        action: row.isSame ? "counted once" : "line \(row.first) used, this row left out")
    }
    if twice.count > PupilLog.named {
      found.append(
        Check.pupilTwice.finding(
          ["what": "\(String.count(twice.count - PupilLog.named, "more pupil")) stand here again"], file: plan.path,
          line: twice[PupilLog.named].line, action: "counted once"))
    }
    found += inTwoSchools.prefix(PupilLog.named).map { row in
      Check.pupilInTwoSchools.finding(
        ["what": "the pupil stands in another school on line \(row.other), and nothing says which is right; keep one"],
        file: plan.path, line: row.line)
    }
    if inTwoSchools.count > PupilLog.named {
      found.append(
        Check.pupilInTwoSchools.finding(
          ["what": "\(String.count(inTwoSchools.count - PupilLog.named, "more row")) are of pupils in two schools"],
          file: plan.path, line: inTwoSchools[PupilLog.named].line))
    }
    return found
  }
}
