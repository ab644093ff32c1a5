import CSV
import SchoolStatistics

extension TableBuilder {
  /// Appends rows of a batch, column by column; what cannot be read goes to the log.
  mutating func append(
    _ rows: [RowHead], about level: GeographicLevel, _ records: borrowing CSVRecords, _ plan: FilePlan,
    _ table: TablePlan, _ log: inout CellLog
  ) {
    if rows.isEmpty { return }
    if count == 0 { reserve(records.expectedInPart * rows.count / records.count + 64) }
    keys += rows.lazy.map { $0.key }
    years += rows.lazy.map { $0.year }
    isHistory += rows.lazy.map { $0.isHistory }
    groups += rows.lazy.map { $0.group }
    authorities += rows.lazy.map { $0.authority }
    lines += rows.lazy.map { $0.line }
    for row in rows {
      let filtered = row.filtered.variant >= 0 ? plan.filters.variants[Int(row.filtered.variant)] : nil
      let rule = filtered ?? (row.rule >= 0 ? plan.rows[Int(row.rule)].rule.variant : nil)
      guard table.hasVariants || rule != nil || !plan.filters.variants.isEmpty else { continue }
      let shape = table.shapes.isEmpty ? [] : table.shapes[Int(row.shape)].variant
      let variant = table.variant(records[Int(row.record)], shape, rule, &variants)
      variants.append(variant)
    }
    for column in table.shapes.isEmpty ? 0..<0 : figures.indices {
      Self.read(column, rows, level, records, plan, table, into: &figures[column], &decimals[column], &log)
    }
    for text in table.texts.indices {
      for row in rows { append(text: text, records[Int(row.record)], table.texts[text], &log) }
    }
  }

  private static func read(
    _ column: Int, _ rows: [RowHead], _ level: GeographicLevel, _ records: borrowing CSVRecords, _ plan: FilePlan,
    _ table: TablePlan, into figures: inout FigureColumn, _ decimals: inout [Int], _ log: inout CellLog
  ) {
    let slots = table.plainSlots[column]
    let most = table.largest(column, level)
    var isPlain = true
    // Most cells are short whole numbers in columns of one slot, most others empty or codes.
    let numbers = [Int32](capacity: rows.count) { numbers in
      for row in rows {
        let slot = slots[Int(row.shape)]
        var number = slot >= 0 ? records.shortWholeNumber(Int(row.record), slot) : -1
        if number < 0 || number > most {
          if slot >= 0, let reason = plan.codes[records[Int(row.record), slot]] {
            number = -Int32(clamping: (reason == .blank ? row.blank : reason).rawValue)
          } else {
            number = .min
            isPlain = false
          }
        }
        numbers.append(number)
      }
    }
    if table.columns[column].writing == .percent { decimals[0] += numbers.count { $0 >= 0 } }
    if isPlain {
      figures.append(counts: numbers)
      return
    }
    for (row, number) in zip(rows, numbers) {
      if number > .min {
        if number >= 0 {
          figures.append(count: Int(number))
        } else {
          figures.append(missing: MissingReason(rawValue: UInt8(clamping: -number)) ?? .unreadable)
        }
        continue
      }
      guard let source = table.shapes[Int(row.shape)].sources[column] else {
        figures.append(missing: .notSupplied)
        continue
      }
      switch log.read(records[Int(row.record)], plan, level, source, blank: row.blank) {
      case .value(let cell):
        figures.append(millionths: cell.millionths)
        if table.columns[column].writing == .percent { decimals[cell.decimals] += 1 }
      case .missing(let reason): figures.append(missing: reason)
      }
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
  func variant(_ record: borrowing CSVRecord, _ shape: [UInt8], _ own: String?, _ interner: inout TextInterner)
    -> UInt32
  {
    if variant.count == 1 && own == nil && shape.isEmpty {
      let bytes = record[variant[0]]
      return interner.intern(bytes.extracting(bytes.withoutBlanks), encoding: record.encoding)
    }
    if variant.isEmpty && own == nil { return interner.intern(shape.span, encoding: .utf8) }
    var parts = variant.map { slot in
      let bytes = record[slot]
      return String(decoding: bytes.extracting(bytes.withoutBlanks), encoding: record.encoding)
    }
    if !shape.isEmpty { parts.insert(String(decoding: shape, as: UTF8.self), at: 0) }
    if let own { parts.append(own) }
    return interner.intern(parts.filter { !$0.isEmpty }.joined(separator: "/"))
  }
}
