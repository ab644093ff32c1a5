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
    let columns = tables.map { checked in
      measures.map { m in checked.table.columns.first { $0.measure == m && $0.unit == .count } }
    }
    var findings: [Finding] = []
    for members in membersOfPlaces(tables) {
      guard let all = members.first(where: { $0.group == .all }) else { continue }
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

  /// A row of a table, by their positions.
  private typealias Member = (group: PupilGroup, table: Int, row: Int)

  /// The rows of each place, year and variant that has more than two, in the order of places, years and variants; those
  /// of one in the order of the files. O(n) where places ascend, O(n log n) where not.
  private static func membersOfPlaces(_ tables: [CheckedTable]) -> [ArraySlice<Member>] {
    var variants = TextInterner()
    var members: [Member] = []
    var keys: [UInt128] = []
    for (index, checked) in tables.enumerated() {
      let table = checked.table
      let known = table.variants.texts.map { UInt128(variants.intern($0)) }
      for row in 0..<table.count {
        members.append((table.groups[row], index, row))
        keys.append(
          UInt128(UInt32(bitPattern: table.places[row])) << 48 | UInt128(UInt16(bitPattern: table.years[row])) << 32
            | known[table.variants.textIndex(row)])
      }
    }
    if (1..<max(1, keys.count)).contains(where: { keys[$0] < keys[$0 - 1] }) {
      let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
      (members, keys) = (order.map { members[$0] }, order.map { keys[$0] })
    }
    var places: [ArraySlice<Member>] = []
    var start = 0
    for end in 1..<max(1, keys.count + 1) where end == keys.count || keys[end] != keys[start] {
      if end - start > 2 { places.append(members[start..<end]) }
      start = end
    }
    return places
  }
}
