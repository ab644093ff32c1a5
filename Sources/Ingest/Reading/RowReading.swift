import CSV
import SchoolStatistics

extension PartState {
  /// Appends the rows that a record gives to a table: one for each shape that says anything.
  mutating func takeRows(
    _ record: borrowing CSVRecord, _ plan: FilePlan, table index: Int, key: Int32, authority: Int16, year: Int,
    rule: RowRule?, blank: MissingReason, isSchool: Bool
  ) {
    let table = plan.tables[index]
    guard let rowGroup = group(record, table) else { return }
    if table.shapes.isEmpty {
      appendRow(record, plan, index, nil, rule?.group ?? rowGroup, key, authority, year, rule, blank, isSchool)
      return
    }
    for position in table.shapes.indices {
      let shape = table.shapes[position]
      guard let shapeYear = shape.year(in: year) else { continue }
      let isMain = shapeYear == year && (shape.group ?? .all) == .all
      if !(isMain && position == 0) && !saysAnything(record, shape) { continue }
      appendRow(
        record, plan, index, position, shape.group ?? rule?.group ?? rowGroup, key, authority, shapeYear, rule, blank,
        isSchool,
        isHistory: shapeYear != year)
    }
  }

  /// Whether any cell of a shape is filled.
  private func saysAnything(_ record: borrowing CSVRecord, _ shape: TablePlan.Shape) -> Bool {
    for slot in shape.slots where !record[slot].withoutBlanks.isEmpty { return true }
    return false
  }

  private mutating func appendRow(
    _ record: borrowing CSVRecord, _ plan: FilePlan, _ index: Int, _ shapeIndex: Int?, _ group: PupilGroup,
    _ key: Int32,
    _ authority: Int16, _ year: Int, _ rule: RowRule?, _ blank: MissingReason, _ isSchool: Bool,
    isHistory: Bool = false
  ) {
    let table = plan.tables[index]
    // The builder is taken out while its row is made, so that it is changed in place.
    var builder = TableBuilder(columns: 0, texts: 0)
    if isSchool { swap(&builder, &schools[index]) } else { swap(&builder, &authorities[index]) }
    builder.keys.append(key)
    let shape = shapeIndex.map { table.shapes[$0] }
    builder.years.append(Int16(year))
    builder.isHistory.append(isHistory)
    builder.groups.append(group)
    var named = authority
    if let slot = plan.keys.responsible, let code = record[slot].wholeNumber, (1...9999).contains(code) {
      named = Int16(code)
    }
    builder.authorities.append(named)
    builder.lines.append(UInt32(record.line))
    if table.hasVariants || rule?.variant != nil {
      let variant = variant(record, table, shape?.variant ?? [], rule, &builder.variants)
      builder.variants.append(variant)
    }
    if let shape {
      for column in builder.figures.indices {
        guard let source = shape.sources[column] else {
          builder.figures[column].append(missing: .notSupplied)
          continue
        }
        switch read(record, plan, source, blank: blank) {
        case .value(let cell):
          builder.figures[column].append(millionths: cell.millionths)
          if table.columns[column].writing == .percent { builder.decimals[column][cell.decimals] += 1 }
        case .missing(let reason): builder.figures[column].append(missing: reason)
        }
      }
    }
    for text in table.texts.indices { appendText(record, table.texts[text], to: &builder.texts[text]) }
    if isSchool { swap(&builder, &schools[index]) } else { swap(&builder, &authorities[index]) }
  }

  private mutating func appendText(
    _ record: borrowing CSVRecord, _ plan: (name: String, slot: Int, writing: TextRule.Writing),
    to texts: inout TextInterner
  ) {
    let cell = record[plan.slot]
    let bytes = cell.extracting(cell.withoutBlanks)
    if plan.writing == .date && !bytes.isEmpty {
      if let date = CalendarDate(reading: String(decoding: bytes, encoding: record.encoding)) {
        let index = texts.intern(date.description)
        texts.append(index)
        return
      }
      noteUnreadable(record, plan.slot, .date)
    }
    texts.append(bytes, encoding: record.encoding)
  }

  enum Reading {
    case value(Cell)
    case missing(MissingReason)
  }

  /// Reads the cell, or the sum of the cells, of a column; what cannot be read is noted.
  mutating func read(
    _ record: borrowing CSVRecord, _ plan: FilePlan, _ source: TablePlan.Source, blank: MissingReason
  ) -> Reading {
    if source.slots.count == 1 { return read(record, plan, source, slot: source.slots[0], blank: blank) }
    var total: Cell?
    for slot in source.slots {
      switch read(record, plan, source, slot: slot, blank: blank) {
      case .missing(let reason): return .missing(reason)
      case .value(let cell):
        if total == nil { total = cell } else { total!.millionths += cell.millionths }
      }
    }
    return total.map { .value($0) } ?? .missing(.notSupplied)
  }

  private mutating func read(
    _ record: borrowing CSVRecord, _ plan: FilePlan, _ source: TablePlan.Source, slot: Int, blank: MissingReason
  ) -> Reading {
    let bytes = record[slot]
    for (text, number) in source.words where bytes.isSame(as: text) {
      var cell = Cell(bytes, codes: plan.codes)
      cell.kind = .value
      cell.millionths = Int64(number) * 1_000_000
      return .value(cell)
    }
    var cell = Cell(bytes, codes: plan.codes)
    switch cell.kind {
    case .value:
      if source.writing == .count && (!cell.isWhole || cell.millionths < 0 || cell.hasPercentSign) {
        noteUnreadable(record, slot, .wholeNumber)
        return .missing(.unreadable)
      }
      if source.writing == .fraction && !cell.hasPercentSign {
        let (product, overflow) = cell.millionths.multipliedReportingOverflow(by: 100)
        if overflow {
          noteUnreadable(record, slot, .number)
          return .missing(.unreadable)
        }
        cell.millionths = product
      }
      return .value(cell)
    case .missing(let reason): return .missing(reason == .blank ? blank : reason)
    case .unknownCode:
      log.noteUnknownCode(record.text(slot), line: record.line, slot: slot)
      return .missing(.unknownCode)
    case .unreadable:
      noteUnreadable(record, slot, source.writing == .count ? .wholeNumber : .number)
      return .missing(.unreadable)
    }
  }
}
