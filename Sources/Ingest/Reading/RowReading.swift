import CSV
import SchoolStatistics

extension TablePlan {
  /// The rows that records give to the table: one for each shape that says anything.
  ///
  /// - Parameter heads: the records, and what they are about.
  func rows(
    of heads: [RowHead], _ records: borrowing CSVRecords, _ plan: FilePlan, _ names: inout GroupNames,
    _ log: inout CellLog
  ) -> [RowHead] {
    let (responsible, shapes) = (plan.keys.responsible, shapes)
    var rows: [RowHead] = []
    rows.reserveCapacity(heads.count * max(1, shapes.count))
    for head in heads {
      let record = records[Int(head.record)]
      guard conditions.hold(record), let named = names.group(record, self, &log) else { continue }
      var row = head
      let ruled = head.rule >= 0 ? plan.rows[Int(head.rule)].rule.group : nil
      let group = head.filtered.group ?? ruled ?? named
      if let code = log.number(record, responsible, .authority) { row.authority = Int16(clamping: code) }
      row.group = group
      if isPlain {
        rows.append(row)
        continue
      }
      for (position, shape) in shapes.enumerated() {
        guard let year = shape.year(in: Int(head.year)) else { continue }
        let isMain = position == 0 && year == head.year && (shape.group ?? .all) == .all
        if !isMain && !shape.saysAnything(record) { continue }
        (row.shape, row.group) = (Int16(clamping: position), shape.group ?? group)
        (row.year, row.isHistory) = (Int16(clamping: year), year != head.year)
        rows.append(row)
      }
    }
    return rows
  }
}

extension TablePlan.Shape {
  /// Whether any cell of the shape is filled.
  fileprivate func saysAnything(_ record: borrowing CSVRecord) -> Bool {
    for slot in slots where !record[slot].withoutBlanks.isEmpty { return true }
    return false
  }
}

extension GroupNames {
  /// The group of a record; nil where its cell names none, which is noted.
  mutating func group(_ record: borrowing CSVRecord, _ table: TablePlan, _ log: inout CellLog) -> PupilGroup? {
    guard let slot = table.group.first else { return .all }
    if let group = group(record[slot]) { return group }
    log.noteUnreadable(record, slot, .group)
    return nil
  }
}
