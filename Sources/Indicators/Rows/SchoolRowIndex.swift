import SchoolStatistics

/// The rows of each school over all tables that hold results, packed.
struct SchoolRowIndex: Sendable {
  private let starts: [Int32]
  private let tables: [Int16]
  private let rows: [Int32]

  /// `used` are the positions of the tables to index.
  init(_ study: Study, tables used: [Int]) {
    var starts = [Int32](repeating: 0, count: study.data.schools.count + 1)
    for table in used {
      let places = study.data.tables[table].places
      let years = study.pooling.rows[table].yearPositions
      for row in places.indices where years[row] >= 0 { starts[Int(places[row]) + 1] += 1 }
    }
    for school in 1..<max(1, starts.count) { starts[school] += starts[school - 1] }
    var next = starts
    var tables = [Int16](repeating: 0, count: Int(starts.last ?? 0))
    var rows = [Int32](repeating: 0, count: tables.count)
    for table in used {
      let places = study.data.tables[table].places
      let years = study.pooling.rows[table].yearPositions
      for row in places.indices where years[row] >= 0 {
        let slot = Int(next[Int(places[row])])
        tables[slot] = Int16(clamping: table)
        rows[slot] = Int32(clamping: row)
        next[Int(places[row])] += 1
      }
    }
    (self.starts, self.tables, self.rows) = (starts, tables, rows)
  }

  func entries(_ school: Int) -> Range<Int> { Int(starts[school])..<Int(starts[school + 1]) }
  func entry(_ position: Int) -> (table: Int, row: Int) { (Int(tables[position]), Int(rows[position])) }
}
