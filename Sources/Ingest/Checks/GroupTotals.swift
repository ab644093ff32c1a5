import SchoolStatistics

extension Check {
  /// Groups that share out all pupils add up to another number.
  static let groupTotals = Check(
    id: "group-totals", title: "Groups do not add up",
    description: "Groups that share out all pupils add up to another number.",
    severity: .warning,
    template: "{groups} are {sum} together, and all pupils are {value}",
    action: "kept")
}

extension Check {
  /// Groups that share out all pupils: those whose group is not known may be in none.
  private static let sharedOut: [(groups: [PupilGroup], isComplete: Bool)] = [
    ([.fsm, .notFSM], false), ([.disadvantaged, .notDisadvantaged], false), ([.sen, .noSEN], false),
    ([.eal, .notEAL], false),
    ([.boys, .girls], true), ([.priorLow, .priorMiddle, .priorHigh], false),
  ]

  /// Groups of one table of one file whose counts do not add up.
  static func groupTotals(_ tables: [CheckedTable]) -> [Finding] {
    let tables = tables.filter { $0.table.columns.contains { $0.unit == .count } }
    guard tables.contains(where: { $0.table.groups.contains { $0 != .all } }) else { return [] }
    func counts(_ checked: CheckedTable, _ measure: Measure) -> FigureColumn? {
      checked.table.columns.first { $0.measure == measure && $0.unit == .count }?.figures
    }
    var measures: [Measure] = []
    for checked in tables {
      for column in checked.table.columns where column.unit == .count && !measures.contains(column.measure) {
        measures.append(column.measure)
      }
    }
    // Rows of all tables, numbered through; none where a table lacks the measure.
    let columns = measures.map { measure in
      if tables.count == 1 { return counts(tables[0], measure)! }
      return tables.reduce(into: FigureColumn()) { joined, checked in
        joined.append(
          contentsOf: counts(checked, measure) ?? FigureColumn(missing: .notSupplied, count: checked.table.count))
      }
    }
    var starts = [0]
    for checked in tables { starts.append(starts.last! + checked.table.count) }
    var sums = [[Int32]](repeating: [], count: sharedOut.count)
    GroupRows.forEach(in: tables.map(\.table)) { rows in
      guard rows.count > 2, rows.haveAll([.all]) else { return }
      for (index, (set, _)) in sharedOut.enumerated() where rows.haveAll(set) {
        sums[index].append(rows.row(of: .all))
        for group in set { sums[index].append(rows.row(of: group)) }
      }
    }
    var findings: [Finding] = []
    for ((set, isComplete), rows) in zip(sharedOut, sums) {
      let names = set.map { "'\($0.rawValue)'" }
      let groups = names.dropLast().joined(separator: ", ") + " and " + names.last!
      for (measure, column) in zip(measures, columns) {
        for (row, total, sum) in column.totals(rows, of: set.count, isComplete: isComplete) {
          let index = starts.lastIndex { $0 <= row }!
          findings.append(
            tables[index].finding(
              .groupTotals, ["groups": groups, "sum": "\(sum)"], row: row - starts[index],
              column: tables[index].header(measure), value: .count(total)))
        }
      }
    }
    return findings
  }
}
