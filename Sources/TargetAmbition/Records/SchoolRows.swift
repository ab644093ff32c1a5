import SchoolStatistics

/// Finds the rows of one canonical table by school, year and variant; the first row in the order of the files wins.
struct SchoolRows: Sendable {
  struct Position: Hashable, Sendable {
    var table: Int32
    var row: Int32
  }
  private struct Key: Hashable {
    var school: Int32
    var year: Int16
    var variant: String
  }

  private let tables: [DataTable]
  private var positions: [Key: Position] = [:]

  private let group: PupilGroup

  /// Rows about schools and one group of pupils. O(rows).
  init(_ tables: [DataTable], group: PupilGroup = .all) {
    self.tables = tables.filter { $0.level == .school }
    self.group = group
    for (t, table) in self.tables.enumerated() {
      for row in 0..<table.count where table.groups[row] == group && table.places[row] >= 0 {
        let key = Key(school: table.places[row], year: table.years[row], variant: table.variants[row])
        if positions[key] == nil { positions[key] = Position(table: Int32(t), row: Int32(row)) }
      }
    }
  }

  func position(school: Int, year: AcademicYear, variant: String = "") -> Position? {
    positions[Key(school: Int32(school), year: Int16(year.ending), variant: variant)]
  }

  func figure(_ measure: Measure, _ position: Position) -> Figure {
    tables[Int(position.table)].figure(measure, Int(position.row))
  }

  func source(_ position: Position) -> SourceLine {
    let table = tables[Int(position.table)]
    return SourceLine(source: table.source, line: Int(table.lines[Int(position.row)]))
  }

  /// Every row that was kept, in the order of the files.
  func visit(_ body: (_ school: Int, _ year: AcademicYear, _ variant: String, _ position: Position) -> Void) {
    for (t, table) in tables.enumerated() {
      for row in 0..<table.count where table.groups[row] == group && table.places[row] >= 0 {
        let position = Position(table: Int32(t), row: Int32(row))
        let year = table.year(row)
        let variant = table.variants[row]
        let school = Int(table.places[row])
        if self.position(school: school, year: year, variant: variant) == position {
          body(school, year, variant, position)
        }
      }
    }
  }

  func text(_ name: String, _ position: Position) -> String {
    tables[Int(position.table)].text(name, Int(position.row))
  }
}
