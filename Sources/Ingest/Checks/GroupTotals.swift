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
    var measures: [Measure] = []
    for checked in tables {
      for column in checked.table.columns where column.unit == .count && !measures.contains(column.measure) {
        measures.append(column.measure)
      }
    }
    // By table and measure; empty where a table lacks the measure.
    let columns = tables.flatMap { checked in
      measures.map { m in checked.table.columns.first { $0.measure == m && $0.unit == .count }?.figures ?? FigureColumn() }
    }
    let sharedOut = sharedOut
    var findings: [Finding] = []
    GroupRows.forEach(in: tables) { rows in
      guard rows.count > 2, let all = rows.row(of: .all) else { return }
      for (set, isComplete) in sharedOut where set.allSatisfy({ rows.row(of: $0) != nil }) {
        for index in measures.indices {
          guard let total = count(index, all) else { continue }
          var sum = 0
          for group in set {
            guard let part = rows.row(of: group), let pupils = count(index, part) else {
              sum = -1
              break
            }
            sum += pupils
          }
          guard sum > total || isComplete && sum >= 0 && sum != total else { continue }
          let names = set.map { "'\($0.rawValue)'" }
          findings.append(
            tables[all.table].finding(
              .groupTotals,
              ["groups": names.dropLast().joined(separator: ", ") + " and " + names.last!, "sum": "\(sum)"],
              row: all.row, column: tables[all.table].header(measures[index]), value: .count(total)))
        }
      }
    }
    func count(_ measure: Int, _ at: GroupRows.Position) -> Int? {
      let column = at.table * measures.count + measure
      return columns[column].count > 0 ? columns[column].count(at: at.row) : nil
    }
    return findings
  }
}
