import CSV
import SchoolStatistics

/// A cell read as what its column is for.
enum CellReading {
  case value(Cell)
  case missing(MissingReason)

  var figure: Figure {
    switch self {
    case .value(let cell):
      cell.isWhole ? .value(Rational(cell.millionths / 1_000_000)) : .value(Rational(millionths: cell.millionths))
    case .missing(let reason): .missing(reason)
    }
  }
}

extension CellLog {
  mutating func noteUnreadable(_ record: borrowing CSVRecord, _ slot: Int, _ expected: Expectation) {
    unreadable.append(.init(line: record.line, slot: slot, text: record.text(slot).shortened, expected: expected))
  }

  /// Reads the cell, or the sum of the cells, of a column; what cannot be read is noted.
  mutating func read(
    _ record: borrowing CSVRecord, _ plan: FilePlan, _ level: GeographicLevel, _ source: TablePlan.Source,
    blank: MissingReason
  ) -> CellReading {
    if source.slots.count == 1 { return read(record, plan, level, source, slot: source.slots[0], blank: blank) }
    var total: Cell?
    for slot in source.slots {
      switch read(record, plan, level, source, slot: slot, blank: blank) {
      case .missing(let reason): return .missing(reason)
      case .value(let cell):
        if total == nil { total = cell } else { total!.millionths += cell.millionths }
      }
    }
    guard let total else { return .missing(.notSupplied) }
    if source.range.contains(total.millionths, level) { return .value(total) }
    noteUnreadable(record, source.slots[0], .kind(source.range.words(level)))
    return .missing(.unreadable)
  }

  private mutating func read(
    _ record: borrowing CSVRecord, _ plan: FilePlan, _ level: GeographicLevel, _ source: TablePlan.Source, slot: Int,
    blank: MissingReason
  ) -> CellReading {
    let bytes = record[slot]
    for (text, number) in source.words where bytes.isSame(as: text) {
      var cell = Cell(bytes, codes: plan.codes)
      cell.kind = .value
      cell.millionths = Int64(clamping: number) * 1_000_000
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
        cell.millionths = cell.millionths.multipliedReportingOverflow(by: 100).overflow ? .max : cell.millionths * 100
      }
      if source.range.contains(cell.millionths, level) { return .value(cell) }
      noteUnreadable(record, slot, .kind(source.range.words(level)))
      return .missing(.unreadable)
    case .missing(let reason): return .missing(reason == .blank ? blank : reason)
    case .unknownCode:
      noteUnknownCode(record.text(slot), line: record.line, slot: slot)
      return .missing(.unknownCode)
    case .unreadable:
      noteUnreadable(record, slot, source.writing == .count ? .wholeNumber : .number)
      return .missing(.unreadable)
    }
  }
}
