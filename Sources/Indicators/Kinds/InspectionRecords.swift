import SchoolStatistics

/// Inspections by school, in order of date.
struct InspectionRecords: Sendable {
  struct Record: Sendable {
    var school: Int32
    /// Year × 10000 + month × 100 + day.
    var day: Int32
    var table: Int32
    var row: Int32
  }
  private let data: SchoolData
  private let records: [Record]

  /// Dates are the text column `inspected_on`, ISO 8601; rows without a readable one are left out (Ingest reports them).
  init(_ data: SchoolData) {
    self.data = data
    var records: [Record] = []
    for (table, content) in data.tables.enumerated() where content.level == .school {
      guard let dates = content.texts["inspected_on"] else { continue }
      let days = dates.texts.map(Self.day)
      for row in 0..<content.count {
        guard let day = days[dates.textIndex(row)] else { continue }
        records.append(
          Record(school: content.places[row], day: day, table: Int32(clamping: table), row: Int32(clamping: row)))
      }
    }
    self.records = records.sorted { ($0.school, $0.day, $0.table, $0.row) < ($1.school, $1.day, $1.table, $1.row) }
  }

  var isEmpty: Bool { records.isEmpty }

  /// `2008-05-12` as 20080512; nil for anything else.
  static func day(_ text: String) -> Int32? {
    let digits = text.utf8.filter { $0 != 45 }
    guard digits.count == 8, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int32(clamping: $1 - 48) }
  }

  /// The latest inspection of each school by 31 December of a year, that `isUsed` accepts; schools ascending.
  func latest(_ year: AcademicYear, where isUsed: (Record) -> Bool = { _ in true }) -> [Record] {
    let end = Int32(clamping: year.ending * 10000 + 1231)
    var latest: [Record] = []
    for record in records where record.day <= end && isUsed(record) {
      if latest.last?.school == record.school { latest[latest.count - 1] = record } else { latest.append(record) }
    }
    return latest
  }

  func figure(_ measure: Measure, _ record: Record) -> Figure {
    data.tables[Int(record.table)].figure(measure, Int(record.row))
  }
  func category(_ record: Record) -> String { data.tables[Int(record.table)].text("category", Int(record.row)) }
  func source(_ record: Record) -> SourceLine {
    SourceLine(
      source: data.tables[Int(record.table)].source, line: Int(data.tables[Int(record.table)].lines[Int(record.row)]))
  }

  /// Schools in an Ofsted category (special measures, notice to improve) by 31 December of a year, ascending.
  /// Source: rulebook §9.5.
  func inCategory(_ year: AcademicYear) -> Set<Int> {
    Set(latest(year).filter { !["", "none"].contains(category($0).lowercased()) }.map { Int($0.school) })
  }
}
