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
      measures.map { m in
        checked.table.columns.first { $0.measure == m && $0.unit == .count }?.figures ?? FigureColumn()
      }
    }
    func count(_ measure: Int, _ at: GroupRows.Position) -> Int? {
      let column = Int(at.table) * measures.count + measure
      return columns[column].count > 0 ? columns[column].count(at: Int(at.row)) : nil
    }
    var findings: [Finding] = []
    func check(_ sums: [GroupRows.Position], _ set: [PupilGroup], isComplete: Bool) {
      for measure in measures.indices {
        for first in stride(from: 0, to: sums.count, by: set.count + 1) {
          guard let total = count(measure, sums[first]) else { continue }
          var sum = 0
          for part in 1...set.count {
            guard let pupils = count(measure, sums[first + part]) else {
              sum = -1
              break
            }
            sum += pupils
          }
          guard sum > total || isComplete && sum >= 0 && sum != total else { continue }
          let names = set.map { "'\($0.rawValue)'" }
          let checked = tables[Int(sums[first].table)]
          findings.append(
            checked.finding(
              .groupTotals,
              ["groups": names.dropLast().joined(separator: ", ") + " and " + names.last!, "sum": "\(sum)"],
              row: Int(sums[first].row), column: checked.header(measures[measure]), value: .count(total)))
        }
      }
    }
    // Some thousand places at a time, so that each column is read in order.
    let sets = sharedOut
    var sums = [[GroupRows.Position]](repeating: [], count: sets.count)
    GroupRows.forEach(in: tables) { rows in
      guard rows.count > 2, let all = rows.row(of: .all) else { return }
      for (index, (set, isComplete)) in sets.enumerated() where rows.haveAll(set) {
        sums[index].append(all)
        for group in set { sums[index].append(rows.row(of: group)!) }
        if sums[index].count >= 1 << 14 {
          check(sums[index], set, isComplete: isComplete)
          sums[index].removeAll(keepingCapacity: true)
        }
      }
    }
    for (index, (set, isComplete)) in sets.enumerated() { check(sums[index], set, isComplete: isComplete) }
    return findings
  }
}
