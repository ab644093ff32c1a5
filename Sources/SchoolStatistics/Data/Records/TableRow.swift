/// One row of a table, as the records read it.
public struct TableRow: Sendable {
  let table: DataTable
  let row: Int

  var school: Int { Int(table.places[row]) }
  var year: AcademicYear { table.year(row) }
  var variant: String { table.variants[row] }
  var source: SourceLine { SourceLine(source: table.source, line: Int(table.lines[row])) }
  func figure(_ measure: Measure) -> Figure { table.figure(measure, row) }
  func count(_ measure: Measure) -> Int? { figure(measure).count }
  func text(_ name: String) -> String { table.text(name, row) }
  /// A day, as Ingest writes every day that it can read; nil for any other text.
  func date(_ name: String) -> CalendarDate? { CalendarDate(iso: text(name)) }
}
