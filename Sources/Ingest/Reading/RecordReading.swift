import CSV
import SchoolStatistics

extension PartState {
  /// Takes one record of the file.
  mutating func take(_ record: borrowing CSVRecord, _ plan: FilePlan) {
    if record.fieldCount != plan.names.count {
      log.noteFields(record.fieldCount, of: plan.names.count, line: record.line)
    }
    if plan.layout.role == .documentation { return }
    if plan.layout.role == .register {
      takeRegister(record, plan)
      return
    }
    guard let test = plan.rows.first(where: { $0.conditions.hold(record) }) else {
      if plan.rows.isEmpty { takeSchool(record, plan, nil) } else { skipped += 1 }
      return
    }
    switch test.rule.is {
    case .skip: skipped += 1
    case .school: takeSchool(record, plan, test.rule)
    case .localAuthority, .region, .national: takeArea(record, plan, test.rule)
    }
  }

  private mutating func takeRegister(_ record: borrowing CSVRecord, _ plan: FilePlan) {
    var values: [String: String] = [:]
    for (field, slot) in plan.fields {
      let bytes = record[slot]
      let range = bytes.withoutBlanks
      if !range.isEmpty { values[field] = String(decoding: bytes.extracting(range), encoding: record.encoding) }
    }
    if !values.isEmpty { records.append(RegisterRecord(line: record.line, values: values)) }
  }

  private mutating func takeSchool(_ record: borrowing CSVRecord, _ plan: FilePlan, _ rule: RowRule?) {
    let keys = plan.keys
    var authority = keys.authority.flatMap { record[$0].wholeNumber } ?? 0
    var establishment = keys.establishment.flatMap { record[$0].wholeNumber } ?? 0
    if let joined = keys.joined.flatMap({ record[$0].wholeNumber }), joined > 999_999 {
      (authority, establishment) = (joined / 10_000, joined % 10_000)
    }
    if !(0...9999).contains(authority) { authority = 0 }
    if !(0...9999).contains(establishment) { establishment = 0 }
    var key = 0
    if let urn = keys.urn.flatMap({ record[$0].wholeNumber }), urn > 0, urn < Int(Int32.max) { key = urn }
    if key == 0, authority > 0, establishment > 0 { key = -(authority * 10_000 + establishment) }
    if key == 0 && !plan.isPlaceless {
      log.withoutPlace.append(record.line)
      return
    }
    guard let year = year(record, plan) else { return }
    if keys.schoolName != nil || authority > 0 || rule?.kind != nil {
      note(record, plan, key: Int32(key), authority, establishment, rule)
    }
    if keys.authorityBelowItsSchools { schoolLines.append((UInt32(record.line), Int32(key))) }
    let isNew = keys.newSchool.contains {
      if case .missing(.newSchool) = Cell(record[$0], codes: plan.codes).kind { true } else { false }
    }
    for index in plan.tables.indices where plan.tables[index].conditions.hold(record) {
      takeRows(
        record, plan, table: index,
        head: RowHead(
          key: Int32(key), authority: Int16(authority), year: year, rule: rule, blank: isNew ? .newSchool : .blank),
        isSchool: true)
    }
  }

  private mutating func note(
    _ record: borrowing CSVRecord, _ plan: FilePlan, key: Int32, _ authority: Int, _ establishment: Int,
    _ rule: RowRule?
  ) {
    guard key != 0, sightings[key] == nil else { return }
    func text(_ slot: Int?) -> String {
      guard let slot else { return "" }
      let bytes = record[slot]
      return String(decoding: bytes.extracting(bytes.withoutBlanks), encoding: record.encoding)
    }
    sightings[key] = Sighting(
      authority: Int16(authority), establishment: Int32(establishment), name: text(plan.keys.schoolName),
      type: text(plan.keys.schoolType), kind: rule?.kind, line: UInt32(record.line))
    sightingOrder.append(key)
  }

  /// The year of a record; nil where it cannot be told, which is noted.
  mutating func year(_ record: borrowing CSVRecord, _ plan: FilePlan) -> Int? {
    switch plan.year {
    case .none: return 0
    case .fixed(let year): return year
    case .unknown: return nil
    case .column(let slot, let offset):
      if let year = YearReading.ending(record[slot]) { return year + offset }
      log.noteUnreadable(record, slot, .year)
      return nil
    }
  }
}
