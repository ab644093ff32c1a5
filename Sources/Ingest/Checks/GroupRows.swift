import SchoolStatistics

/// The rows about one place, year and variant, by group; where a group has several, the first in the order of files.
struct GroupRows {
  /// Positions of a table and of a row in it.
  typealias Position = (table: Int, row: Int)
  private var positions = [Position?](repeating: nil, count: PupilGroup.allCases.count)
  private(set) var count = 0

  func row(of group: PupilGroup) -> Position? { positions[group.ordinal] }

  private mutating func removeAll() {
    if count == 0 { return }
    for index in positions.indices { positions[index] = nil }
    count = 0
  }

  private mutating func add(_ group: PupilGroup, _ position: Position) {
    count += 1
    if positions[group.ordinal] == nil { positions[group.ordinal] = position }
  }

  /// Calls `body` for each place, year and variant of some tables. O(n) for one table whose places ascend, as those of
  /// most files do; O(n log n) otherwise.
  static func forEach(in tables: [CheckedTable], _ body: (GroupRows) -> Void) {
    var interner = TextInterner()
    let variants = tables.map { checked in checked.table.variants.texts.map { UInt128(interner.intern($0)) } }
    func key(_ at: Position) -> UInt128 {
      let table = tables[at.table].table
      return UInt128(UInt32(bitPattern: table.places[at.row])) << 48
        | UInt128(UInt16(bitPattern: table.years[at.row])) << 32 | variants[at.table][table.variants.textIndex(at.row)]
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
        rows.add(tables[at.table].table.groups[at.row], at)
      }
      body(rows)
    }
    if tables.count == 1 {
      var last: UInt128 = 0
      let isAscending = (0..<tables[0].table.count).allSatisfy { row in
        let next = key((0, row))
        defer { last = next }
        return next >= last
      }
      if isAscending {
        walk(tables[0].table.count, { (0, $0) }, { key((0, $0)) })
        return
      }
    }
    var members: [(key: UInt128, position: Position)] = []
    for (index, checked) in tables.enumerated() {
      for row in 0..<checked.table.count { members.append((key((index, row)), (index, row))) }
    }
    members.sort { ($0.key, $0.position.table, $0.position.row) < ($1.key, $1.position.table, $1.position.row) }
    walk(members.count, { members[$0].position }, { members[$0].key })
  }
}
