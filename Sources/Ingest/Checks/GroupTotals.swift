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

  private struct Key: Hashable {
    var place: Int32
    var year: Int16
    var variant: String
  }

  /// Groups of one table of one file whose counts do not add up.
  static func groupTotals(_ tables: [CheckedTable]) -> [Finding] {
    let tables = tables.filter { $0.table.columns.contains { $0.unit == .count } }
    guard tables.contains(where: { $0.table.groups.contains { $0 != .all } }) else { return [] }
    var rows: [Key: [(group: PupilGroup, table: Int, row: Int)]] = [:]
    var order: [Key] = []
    for (index, checked) in tables.enumerated() {
      for row in 0..<checked.table.count {
        let key = Key(
          place: checked.table.places[row], year: checked.table.years[row], variant: checked.table.variants[row])
        if rows[key] == nil { order.append(key) }
        rows[key, default: []].append((checked.table.groups[row], index, row))
      }
    }
    var measures: [Measure] = []
    for checked in tables {
      for column in checked.table.columns where column.unit == .count && !measures.contains(column.measure) {
        measures.append(column.measure)
      }
    }
    let columns = tables.map { checked in
      measures.map { m in checked.table.columns.first { $0.measure == m && $0.unit == .count } }
    }
    var findings: [Finding] = []
    for key in order {
      let members = rows[key]!
      guard members.count > 2, let all = members.first(where: { $0.group == .all }) else { continue }
      for (set, isComplete) in sharedOut {
        let parts = set.compactMap { group in members.first { $0.group == group } }
        guard parts.count == set.count else { continue }
        for index in measures.indices {
          guard let column = columns[all.table][index], let total = column.figures.count(at: all.row) else { continue }
          var sum = 0
          var isWhole = true
          for part in parts {
            if let count = columns[part.table][index]?.figures.count(at: part.row) {
              sum += count
            } else {
              isWhole = false
            }
          }
          guard isWhole, sum > total || isComplete && sum != total else { continue }
          let names = set.map { "'\($0.rawValue)'" }
          findings.append(
            tables[all.table].finding(
              .groupTotals,
              ["groups": names.dropLast().joined(separator: ", ") + " and " + names.last!, "sum": "\(sum)"],
              row: all.row,
              column: column.header, value: .count(total)))
        }
      }
    }
    return findings
  }
}
