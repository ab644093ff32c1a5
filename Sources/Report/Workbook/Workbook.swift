import SchoolStatistics

/// A workbook as its readers see it: a cover, contents, notes, and one table a sheet.
///
/// The layout is that of the Analysis Function checklist for accessible spreadsheets, as aftables carries it.
struct Workbook: Sendable {
  /// The document's title, on the cover and in its properties.
  var title: String
  /// Lines of the cover beneath the title: heading and text.
  var cover: [(heading: String, text: String)]
  /// Texts of the Notes sheet; the first is `[note 1]`.
  var notes: [String]
  var tables: [WorkbookTable]

  /// Sheets come of tables that have rows.
  var filledTables: [WorkbookTable] { tables.filter { !$0.rows.isEmpty } }
}

/// One sheet with one marked-up table.
struct WorkbookTable: Sendable {
  /// At most 31 letters, digits and underscores, not beginning with a digit; also the name of the table.
  var name: String
  var title: String
  /// Lines between title and table: what it is about, how to read it.
  var lines: [String]
  var columns: [WorkbookColumn]
  var rows: [[WorkbookCell]]
  /// True for long lists of schools, which readers work through: headings and the first two columns stay in view, and
  /// headings have buttons to filter and sort by.
  var isWorkingList = false
}

/// A column: a heading of its own, and how wide it is.
struct WorkbookColumn: Sendable {
  var heading: String
  /// True for columns of words, which are twice as wide and set to the left.
  var isText: Bool
  init(_ heading: String, isText: Bool = false) { (self.heading, self.isText) = (heading, isText) }
}

/// One cell of a table. Numbers are numbers, text is only ever text: no cell can hold a formula.
enum WorkbookCell: Hashable, Sendable {
  case text(String)
  /// A value in units of its last decimal: 713 with one decimal is 71.3.
  case number(units: Int64, decimals: Int)
  /// A code or a year: a number without a sign between thousands.
  case code(Int64)
  /// A link within the workbook to the top of a sheet.
  case sheet(String)

  static func count(_ n: Int) -> WorkbookCell { .number(units: Int64(n), decimals: 0) }
  static func year(_ year: AcademicYear) -> WorkbookCell { .code(Int64(year.ending)) }

  /// A code of digits is a number, so that it can be looked up in other lists; one that begins with zero is text.
  static func code(_ text: String) -> WorkbookCell {
    guard let number = Int64(text), String(number) == text else { return .text(text) }
    return .code(number)
  }
}
