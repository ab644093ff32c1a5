import CSV
import SchoolStatistics

extension TableBuilder {
  /// A row about to be appended.
  struct Row {
    var head: RowHead
    /// The authority that the row names.
    var authority: Int16
    /// Nil where the table has texts alone.
    var shape: TablePlan.Shape?
    var group: PupilGroup
    var year: Int
    var isHistory: Bool
  }

  /// Appends a row with the cells of its shape; what cannot be read goes to the log.
  mutating func append(
    _ row: Row, _ record: borrowing CSVRecord, _ plan: FilePlan, _ table: TablePlan, _ log: inout CellLog
  ) {
    keys.append(row.head.key)
    years.append(Int16(row.year))
    isHistory.append(row.isHistory)
    groups.append(row.group)
    authorities.append(row.authority)
    lines.append(UInt32(record.line))
    if table.hasVariants || row.head.rule?.variant != nil {
      let variant = table.variant(record, row.shape?.variant ?? [], row.head.rule, &variants)
      variants.append(variant)
    }
    if let shape = row.shape {
      for column in figures.indices {
        // Most cells are short whole numbers in columns of one slot.
        let slot = shape.plainSlots[column]
        if slot >= 0 {
          let bytes = record[slot]
          if bytes.count <= 9, let whole = bytes.digits(0..<bytes.count) {
            figures[column].append(count: whole)
            if shape.isPercent[column] { decimals[column][0] += 1 }
            continue
          }
        }
        append(column, record, plan, shape, row.head.blank, shape.isPercent[column], &log)
      }
    }
    for text in table.texts.indices { append(text: text, record, table.texts[text], &log) }
  }

  private mutating func append(
    _ column: Int, _ record: borrowing CSVRecord, _ plan: FilePlan, _ shape: TablePlan.Shape, _ blank: MissingReason,
    _ isPercent: Bool, _ log: inout CellLog
  ) {
    guard let source = shape.sources[column] else {
      figures[column].append(missing: .notSupplied)
      return
    }
    switch log.read(record, plan, source, blank: blank) {
    case .value(let cell):
      figures[column].append(millionths: cell.millionths)
      if isPercent { decimals[column][cell.decimals] += 1 }
    case .missing(let reason): figures[column].append(missing: reason)
    }
  }

  private mutating func append(
    text: Int, _ record: borrowing CSVRecord, _ plan: (name: String, slot: Int, writing: TextRule.Writing),
    _ log: inout CellLog
  ) {
    let cell = record[plan.slot]
    let bytes = cell.extracting(cell.withoutBlanks)
    if plan.writing == .date && !bytes.isEmpty && !bytes.isISODate {
      if let date = CalendarDate(reading: String(decoding: bytes, encoding: record.encoding)) {
        let index = texts[text].intern(date.description)
        texts[text].append(index)
        return
      }
      log.noteUnreadable(record, plan.slot, .date)
    }
    texts[text].append(bytes, encoding: record.encoding)
  }
}

extension TablePlan {
  /// The variant of a row: its columns joined by a slash, an index of `interner`.
  func variant(_ record: borrowing CSVRecord, _ shape: [UInt8], _ row: RowRule?, _ interner: inout TextInterner)
    -> UInt32
  {
    if variant.count == 1 && row?.variant == nil && shape.isEmpty {
      let bytes = record[variant[0]]
      return interner.intern(bytes.extracting(bytes.withoutBlanks), encoding: record.encoding)
    }
    if variant.isEmpty && row?.variant == nil { return interner.intern(shape.span, encoding: .utf8) }
    var parts = variant.map { slot in
      let bytes = record[slot]
      return String(decoding: bytes.extracting(bytes.withoutBlanks), encoding: record.encoding)
    }
    if !shape.isEmpty { parts.insert(String(decoding: shape, as: UTF8.self), at: 0) }
    if let own = row?.variant { parts.append(own) }
    return interner.intern(parts.filter { !$0.isEmpty }.joined(separator: "/"))
  }
}
