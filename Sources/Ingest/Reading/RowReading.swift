import CSV
import SchoolStatistics

/// What a record is about, before its cells are read.
struct RowHead {
  var key: Int32
  var authority: Int16
  var year: Int
  var rule: RowRule?
  /// What an empty cell means in the record.
  var blank: MissingReason
}

extension PartState {
  /// Appends the rows that a record gives to a table: one for each shape that says anything.
  mutating func takeRows(
    _ record: borrowing CSVRecord, _ plan: FilePlan, table index: Int, head: RowHead, isSchool: Bool
  ) {
    let table = plan.tables[index]
    guard let rowGroup = log.group(record, table) else { return }
    let group = head.rule?.group ?? rowGroup
    var named = head.authority
    if let slot = plan.keys.responsible, let code = record[slot].wholeNumber, (1...9999).contains(code) {
      named = Int16(code)
    }
    var row = TableBuilder.Row(
      head: head, authority: named, shape: nil, group: group, year: head.year, isHistory: false)
    for position in table.shapes.indices {
      let shape = table.shapes[position]
      guard let shapeYear = shape.year(in: head.year) else { continue }
      let isMain = shapeYear == head.year && (shape.group ?? .all) == .all
      if !(isMain && position == 0) && !Self.saysAnything(record, shape) { continue }
      (row.shape, row.group, row.year, row.isHistory) = (shape, shape.group ?? group, shapeYear, shapeYear != head.year)
      if isSchool {
        schools[index].append(row, record, plan, table, &log)
      } else {
        authorities[index].append(row, record, plan, table, &log)
      }
    }
    if table.shapes.isEmpty {
      if isSchool {
        schools[index].append(row, record, plan, table, &log)
      } else {
        authorities[index].append(row, record, plan, table, &log)
      }
    }
  }

  /// Whether any cell of a shape is filled.
  private static func saysAnything(_ record: borrowing CSVRecord, _ shape: TablePlan.Shape) -> Bool {
    for slot in shape.slots where !record[slot].withoutBlanks.isEmpty { return true }
    return false
  }
}
