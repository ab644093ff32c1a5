import SchoolStatistics

/// The rows that tables of one name have for each school, found without a search. O(rows) to make.
struct RowsBySchool: Sendable {
  /// A row of one of the tables.
  struct Row: Sendable {
    let table: DataTable
    let row: Int
    var year: AcademicYear { table.year(row) }
    var variant: String { table.variants.count > row ? table.variants[row] : "" }
    func figure(_ measure: Measure) -> Figure { table.figure(measure, row) }
    func text(_ name: String) -> String { table.text(name, row) }
    func date(_ name: String) -> CalendarDate? { CalendarDate(text: text(name)) }
  }

  private let tables: [DataTable]
  /// Rows of school `s` are `entries[starts[s]..<starts[s + 1]]`: table and row.
  private var starts: [Int32]
  private var entries: [(table: Int16, row: Int32)]

  init(_ data: SchoolData, _ name: String) {
    tables = data.tables(name).filter { $0.level == .school }
    var counts = [Int32](repeating: 0, count: data.schools.count + 1)
    for table in tables { for place in table.places where place >= 0 { counts[Int(place) + 1] += 1 } }
    for position in counts.indices.dropFirst() { counts[position] += counts[position - 1] }
    starts = counts
    entries = Array(repeating: (0, 0), count: Int(counts.last ?? 0))
    for (index, table) in tables.enumerated() {
      for (row, place) in table.places.enumerated() where place >= 0 {
        entries[Int(counts[Int(place)])] = (Int16(index), Int32(row))
        counts[Int(place)] += 1
      }
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// In the order of the files.
  func rows(of school: Int) -> [Row] {
    entries[Int(starts[school])..<Int(starts[school + 1])].map { Row(table: tables[Int($0.table)], row: Int($0.row)) }
  }
}

extension CalendarDate {
  /// From ISO 8601, `2009-04-01`; nil for anything else.
  init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}
