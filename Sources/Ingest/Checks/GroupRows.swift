import SchoolStatistics

/// The rows about one place, year and variant, by group; where a group has several, the first in the order of files.
///
/// Rows of several tables are numbered through, those of the first table first.
struct GroupRows {
  private var rows = InlineArray<32, Int32>(repeating: 0)
  /// A bit for each group that has a row.
  private var groups: UInt32 = 0
  private(set) var count = 0

  /// The row of a group. Precondition: it has one.
  func row(of group: PupilGroup) -> Int32 { rows[group.ordinal] }

  func haveAll(_ set: [PupilGroup]) -> Bool {
    for group in set where groups & Self.bit(group) == 0 { return false }
    return true
  }

  private static func bit(_ group: PupilGroup) -> UInt32 { 1 << UInt32(clamping: group.ordinal) }

  private mutating func removeAll() { (groups, count) = (0, 0) }

  private mutating func add(_ group: PupilGroup, _ row: Int32) {
    count += 1
    if groups & Self.bit(group) != 0 { return }
    groups |= Self.bit(group)
    rows[group.ordinal] = row
  }

  /// What tells the rows apart that belong together: place, year and variant.
  private struct Key: Comparable {
    var place: Int32
    var year: Int16
    var variant: UInt32
    static func < (a: Key, b: Key) -> Bool { (a.place, a.year, a.variant) < (b.place, b.year, b.variant) }
  }

  /// Calls `body` for each place, year and variant of some tables. O(n) where the places of one table ascend, as those
  /// of most files do; O(n log n) otherwise.
  static func forEach(in tables: [DataTable], _ body: (borrowing GroupRows) -> Void) {
    var interner = TextInterner()
    var keys: [Key] = []
    keys.reserveCapacity(tables.reduce(0) { $0 + $1.count })
    for table in tables {
      let variants = table.variants.texts.map { interner.intern($0) }
      for row in table.places.indices {
        let variant = variants.isEmpty ? 0 : variants[table.variants.textIndex(row)]
        keys.append(Key(place: table.places[row], year: table.years[row], variant: variant))
      }
    }
    let groups = tables.count == 1 ? tables[0].groups : tables.flatMap(\.groups)
    var order: [Int32]?
    if !zip(keys, keys.dropFirst()).allSatisfy({ $0 <= $1 }) {
      order = keys.indices.map { Int32(clamping: $0) }.sorted { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
    }
    var rows = GroupRows()
    var last: Key?
    for position in keys.indices {
      let row = order.map { Int($0[position]) } ?? position
      if keys[row] != last {
        if rows.count > 0 { body(rows) }
        rows.removeAll()
        last = keys[row]
      }
      rows.add(groups[row], Int32(clamping: row))
    }
    if rows.count > 0 { body(rows) }
  }
}
