import CSV
import SchoolStatistics

extension PartState {
  /// Takes the records of a batch: what each is about first, then the rows that they give to each table.
  mutating func take(_ records: borrowing CSVRecords, _ plan: FilePlan) {
    schoolHeads.removeAll(keepingCapacity: true)
    authorityHeads.removeAll(keepingCapacity: true)
    for index in 0..<records.count { take(records[index], at: index, plan) }
    for (index, table) in plan.tables.enumerated() {
      let rows = table.rows(of: schoolHeads, records, plan, &groupNames[index], &log)
      schools[index].append(rows, about: .school, records, plan, table, &log)
      guard table.rule.authoritiesAreRows == true else { continue }
      let totals = table.rows(of: authorityHeads, records, plan, &groupNames[index], &log)
      authorities[index].append(totals, about: .localAuthority, records, plan, table, &log)
    }
  }

  private mutating func take(_ record: borrowing CSVRecord, at position: Int, _ plan: FilePlan) {
    if record.fieldCount != plan.names.count {
      log.noteFields(record.fieldCount, of: plan.names.count, line: record.line)
    }
    if plan.isHeader(record) {
      log.repeatedHeaders.append(record.line)
      return
    }
    guard wordsAllow(record, plan) else { return }
    switch plan.layout.role {
    case .documentation: return
    case .register: takeRegister(record, plan)
    default:
      if plan.rows.isEmpty {
        takeSchool(record, at: position, plan, rule: -1, FilteredRow())
        return
      }
      guard let rule = plan.rows.firstIndex(where: { $0.conditions.hold(record) }) else {
        skipped += 1
        log.noteWithoutRule(record, wanted: plan.wanted.count)
        return
      }
      let kind = plan.rows[rule].rule.is
      guard kind != .skip, let filtered = filtered(record, plan, isSchool: kind == .school) else {
        skipped += 1
        return
      }
      if kind == .school {
        takeSchool(record, at: position, plan, rule: rule, filtered)
      } else {
        takeArea(record, at: position, plan, rule: rule, filtered)
      }
    }
  }

  /// Notes words that no rule of the layout has; false where one makes the record useless.
  private mutating func wordsAllow(_ record: borrowing CSVRecord, _ plan: FilePlan) -> Bool {
    var isUsable = true
    for index in plan.words.indices {
      if triedWords[index].allows(record, plan.words[index], codes: plan.codes) { continue }
      log.noteUnknownWord(record, test: index, slot: plan.words[index].slot)
      if plan.words[index].rule.leavesOut == true { isUsable = false }
    }
    return isUsable
  }

  private mutating func takeRegister(_ record: borrowing CSVRecord, _ plan: FilePlan) {
    var isBlank = true
    var texts: [String] = []
    texts.reserveCapacity(plan.fieldSlots.count)
    for (slot, kind) in zip(plan.fieldSlots, plan.fieldKinds) {
      let bytes = record[slot]
      let range = bytes.withoutBlanks
      if !range.isEmpty { isBlank = false }
      if let kind, let number = record.wholeNumber(slot), kind.range.contains(number) {
        // `101.0` is 101.
        texts.append(String(number))
      } else if let kind, log.isOutside(record, slot, kind) {
        texts.append("")
      } else if let kind, kind.isKey, !range.isEmpty, plan.codes[bytes.extracting(range)] == nil {
        log.noteUnreadable(record, slot, .kind(kind.words))
        texts.append("")
      } else {
        texts.append(String(decoding: bytes.extracting(range), encoding: record.encoding))
      }
    }
    if !isBlank { records.append(RegisterRecord(line: record.line, fields: plan.fieldNames, texts: texts)) }
  }

  private mutating func takeSchool(
    _ record: borrowing CSVRecord, at position: Int, _ plan: FilePlan, rule: Int, _ filtered: FilteredRow
  ) {
    let kind = rule >= 0 ? plan.rows[rule].rule.kind : nil
    var authority = log.number(record, plan.keys.authority, .authority) ?? 0
    var establishment = log.number(record, plan.keys.establishment, .establishment) ?? 0
    if let joined = log.number(record, plan.keys.joined, .authorityAndEstablishment) {
      (authority, establishment) = (joined / 10_000, joined % 10_000)
    }
    var key = log.number(record, plan.keys.urn, .urn) ?? 0
    if key == 0, authority > 0, establishment > 0 { key = -(authority * 10_000 + establishment) }
    if key == 0 && !plan.isPlaceless {
      log.withoutPlace.append(record.line)
      return
    }
    guard let year = year(record, plan) else { return }
    if plan.keys.schoolName != nil || authority > 0 || kind != nil {
      note(record, plan, key: Int32(clamping: key), authority, establishment, kind)
    }
    if plan.keys.authorityBelowItsSchools { schoolLines.append((UInt32(clamping: record.line), Int32(clamping: key))) }
    let isNew = plan.keys.newSchool.contains {
      if case .missing(.newSchool) = Cell(record[$0], codes: plan.codes).kind { true } else { false }
    }
    var head = RowHead(
      record: position, line: record.line, key: key, authority: authority, year: year, rule: rule,
      blank: isNew ? .newSchool : .blank)
    head.filtered = filtered
    schoolHeads.append(head)
  }

  private mutating func note(
    _ record: borrowing CSVRecord, _ plan: FilePlan, key: Int32, _ authority: Int, _ establishment: Int,
    _ kind: SchoolKind?
  ) {
    guard key != 0, sightings[key] == nil else { return }
    func text(_ slot: Int?) -> String {
      guard let slot else { return "" }
      let bytes = record[slot]
      return String(decoding: bytes.extracting(bytes.withoutBlanks), encoding: record.encoding)
    }
    sightings[key] = Sighting(
      authority: Int16(clamping: authority), establishment: Int32(clamping: establishment),
      name: text(plan.keys.schoolName), type: text(plan.keys.schoolType), kind: kind,
      line: UInt32(clamping: record.line))
    sightingOrder.append(key)
  }

  /// The year of a record; nil where it cannot be told, which is noted.
  mutating func year(_ record: borrowing CSVRecord, _ plan: FilePlan) -> Int? {
    switch plan.year {
    case .none: return 0
    case .fixed(let year): return year
    case .unknown: return nil
    case .column(let slot, let offset):
      // Most years are four digits.
      let number = Int(record.shortWholeNumber(slot))
      let isPlain = YearReading.plausible(number) && record[slot].count == 4
      let year = isPlain ? number : YearReading.ending(record[slot])
      if let moved = year.flatMap({ YearReading.moved($0, by: offset) }) { return moved }
      log.noteUnreadable(record, slot, .year)
      return nil
    }
  }
}

extension CSVRecord {
  /// The whole number at a slot, however it is written; nil where there is none.
  func wholeNumber(_ slot: Int) -> Int? {
    let number = shortWholeNumber(slot)
    return number >= 0 ? Int(number) : self[slot].wholeNumber
  }
}
