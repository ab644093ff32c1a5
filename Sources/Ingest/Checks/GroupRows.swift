import SchoolStatistics

/// The rows about one place, year and variant, by group; where a group has several, the first in the order of files.
struct GroupRows {
  /// A table and a row in it, by their positions.
  struct Position {
    var table: Int32
    var row: Int32
  }
  private var positions = [Position](repeating: Position(table: 0, row: 0), count: PupilGroup.allCases.count)
  /// A bit for each group that has a row.
  private var groups: UInt64 = 0
  private(set) var count = 0

  func row(of group: PupilGroup) -> Position? { groups & Self.bit(group) != 0 ? positions[group.ordinal] : nil }

  func haveAll(_ set: [PupilGroup]) -> Bool {
    for group in set where groups & Self.bit(group) == 0 { return false }
    return true
  }

  private static func bit(_ group: PupilGroup) -> UInt64 { 1 << UInt64(group.ordinal) }

  private mutating func removeAll() { (groups, count) = (0, 0) }

  private mutating func add(_ group: PupilGroup, _ position: Position) {
    count += 1
    if groups & Self.bit(group) != 0 { return }
    groups |= Self.bit(group)
    positions[group.ordinal] = position
  }

  /// Calls `body` for each place, year and variant of some tables. O(n) for one table whose places ascend, as those of
  /// most files do; O(n log n) otherwise.
  static func forEach(in tables: [CheckedTable], _ body: (GroupRows) -> Void) {
    var interner = TextInterner()
    let variants = tables.map { checked in checked.table.variants.texts.map { UInt128(interner.intern($0)) } }
    func key(_ at: Position) -> UInt128 {
      let (index, row) = (Int(at.table), Int(at.row))
      return UInt128(UInt32(bitPattern: tables[index].table.places[row])) << 48
        | UInt128(UInt16(bitPattern: tables[index].table.years[row])) << 32
        | variants[index][tables[index].table.variants.textIndex(row)]
    }
    var rows = GroupRows()
    func walk(_ count: Int, _ position: (Int) -> Position, _ keys: (Int) -> UInt128) {
      var last: UInt128?
      for index in 0..<count {
        let next = keys(index)
        if next != last {
          body(rows)
          rows.removeAll()
          last = next
        }
        let at = position(index)
        rows.add(tables[Int(at.table)].table.groups[Int(at.row)], at)
      }
      body(rows)
    }
    if tables.count == 1 {
      var last: UInt128 = 0
      let isAscending = (0..<tables[0].table.count).allSatisfy { row in
        let next = key(Position(table: 0, row: Int32(row)))
        defer { last = next }
        return next >= last
      }
      if isAscending {
        func position(_ row: Int) -> Position { Position(table: 0, row: Int32(row)) }
        walk(tables[0].table.count, position) { key(position($0)) }
        return
      }
    }
    var members: [(key: UInt128, position: Position)] = []
    for (index, checked) in tables.enumerated() {
      for row in 0..<checked.table.count {
        let position = Position(table: Int32(index), row: Int32(row))
        members.append((key(position), position))
      }
    }
    members.sort { ($0.key, $0.position.table, $0.position.row) < ($1.key, $1.position.table, $1.position.row) }
    walk(members.count, { members[$0].position }, { members[$0].key })
  }
}
