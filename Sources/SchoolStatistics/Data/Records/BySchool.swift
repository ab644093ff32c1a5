/// The records of one kind, found by school without a search.
///
/// Eight bytes a row are kept; a record is made of its row when it is asked for, always in the same way.
/// Only rows about one group of pupils are records, by default about all. O(rows) to make.
public struct BySchool<Record: SchoolRecord>: Sendable {
  private struct Entry: Sendable {
    var table: Int32 = 0
    var row: Int32 = 0
  }
  private let tables: [DataTable]
  /// The rows of school `s` are `entries[starts[s]..<starts[s + 1]]`.
  private let starts: [Int32]
  private let entries: [Entry]

  /// `tables` may hold any; those of the record's name that are about schools are used.
  init(_ tables: [DataTable], group: PupilGroup = .all) {
    let tables = tables.filter { $0.name == Record.table && $0.level == .school }
    self.tables = tables
    let last = tables.lazy.compactMap { $0.places.max() }.max() ?? -1
    var next = [Int32](repeating: 0, count: Int(last) + 2)
    func visit(_ body: (_ table: Int, _ row: Int, _ school: Int) -> Void) {
      for (number, table) in tables.enumerated() {
        let (places, groups) = (table.places, table.groups)
        for row in places.indices where places[row] >= 0 && groups[row] == group { body(number, row, Int(places[row])) }
      }
    }
    visit { next[$2 + 1] += 1 }
    for school in next.indices.dropFirst() { next[school] += next[school - 1] }
    starts = next
    var entries = [Entry](repeating: Entry(), count: Int(next.last ?? 0))
    visit { table, row, school in
      entries[Int(next[school])] = Entry(table: Int32(clamping: table), row: Int32(clamping: row))
      next[school] += 1
    }
    self.entries = entries
  }

  public var isEmpty: Bool { entries.isEmpty }

  /// Schools with a row, ascending.
  public var schools: [Int] { (0..<max(0, starts.count - 1)).filter { starts[$0] < starts[$0 + 1] } }

  /// The records of a school (index in `SchoolData.schools`), in the order of the files.
  public subscript(school: Int) -> [Record] {
    guard school + 1 < starts.count else { return [] }
    return entries[Int(starts[school])..<Int(starts[school + 1])].compactMap {
      Record(TableRow(table: tables[Int($0.table)], row: Int($0.row)))
    }
  }
}

/// A record of one school year and, where there are several a year, of one measure or period.
public protocol YearlyRecord: SchoolRecord {
  var year: AcademicYear { get }
}

extension BySchool where Record: YearlyRecord {
  /// The records of a school in a year, in the order of the files.
  public subscript(school: Int, year: AcademicYear) -> [Record] {
    guard school + 1 < starts.count else { return [] }
    return entries[Int(starts[school])..<Int(starts[school + 1])].compactMap { entry in
      let (table, row) = (tables[Int(entry.table)], Int(entry.row))
      return Int(table.years[row]) == year.ending ? Record(TableRow(table: table, row: row)) : nil
    }
  }
}
