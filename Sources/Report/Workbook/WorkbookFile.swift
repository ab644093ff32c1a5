internal import CXLSXWriter
import Foundation
import SchoolStatistics

/// Writes a workbook through libxlsxwriter. The only file that knows the library.
///
/// The same workbook gives the same bytes: the date of creation is fixed, and nothing else depends on the clock.
/// Returns the finished file. Throws where the library cannot write, which is where temporary files cannot be made.
struct WorkbookFile {
  /// 1 January 2000, midnight. Workbooks carry a date of creation; when a run was made stands in `run.json`.
  private static let created: time_t = 946_684_800
  private static let fontName = "Arial"

  let workbook: Workbook

  static func bytes(_ workbook: Workbook) throws(WorkbookError) -> [UInt8] {
    let path = NSTemporaryDirectory() + "/school-indicators-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try WorkbookFile(workbook: workbook).write(to: path)
    guard let data = RegularFile.contents(path) else { throw .cannotRead(path: path) }
    let properties = CoreProperties(title: workbook.title, created: "2000-01-01T00:00:00Z")
    return try ZipArchive(Array(data)).replacing("docProps/core.xml", with: Array(properties.xml.utf8))
  }

  private func write(to path: String) throws(WorkbookError) {
    guard let book = unsafe workbook_new(path) else { throw .cannotCreate(path: path) }
    let formats = unsafe Formats(book)
    unsafe setProperties(book)
    unsafe addCover(book, formats)
    unsafe addContents(book, formats)
    if !workbook.notes.isEmpty { unsafe addNotes(book, formats) }
    for table in workbook.filledTables { unsafe add(table, to: book, formats) }
    let error = unsafe workbook_close(book)
    if error != LXW_NO_ERROR { throw .cannotWrite(path: path, reason: unsafe String(cString: lxw_strerror(error))) }
  }

  private func setProperties(_ book: UnsafeMutablePointer<lxw_workbook>) {
    unsafe workbook.title.withCString { title in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = UnsafeMutablePointer(mutating: title)
      unsafe properties.created = Self.created
      _ = unsafe workbook_set_properties(book, &properties)
    }
  }

  private func addSheet(_ name: String, _ book: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<
    lxw_worksheet
  > {
    guard let sheet = unsafe workbook_add_worksheet(book, name) else {
      preconditionFailure("'\(name)' is no name for a sheet, or stands twice")
    }
    // Prints on A4.
    unsafe worksheet_set_paper(sheet, 9)
    unsafe worksheet_set_margins(sheet, 0.5, 0.5, 0.5, 0.5)
    return unsafe sheet
  }

  private func addCover(_ book: UnsafeMutablePointer<lxw_workbook>, _ formats: borrowing Formats) {
    let sheet = unsafe addSheet("Cover", book)
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    _ = unsafe worksheet_set_column(sheet, 0, 0, 72, nil)
    _ = unsafe worksheet_set_row(sheet, 0, 24, nil)
    unsafe write(workbook.title, sheet, 0, 0, formats.title)
    var row: UInt32 = 1
    for line in workbook.cover {
      unsafe write(line.heading, sheet, row, 0, formats.subtitle)
      unsafe write(line.text, sheet, row + 1, 0, formats.wrapped)
      _ = unsafe worksheet_set_row(sheet, row, 30, nil)
      _ = unsafe worksheet_set_row(sheet, row + 1, SheetLayout.height(ofText: line.text, width: 72), nil)
      row += 2
    }
  }

  private func addContents(_ book: UnsafeMutablePointer<lxw_workbook>, _ formats: borrowing Formats) {
    var rows: [[WorkbookCell]] = []
    if !workbook.notes.isEmpty { rows.append([.sheet("Notes"), .text("Notes")]) }
    rows += workbook.filledTables.map { [.sheet($0.name), .text($0.title)] }
    unsafe add(
      WorkbookTable(
        name: "Contents", title: "Contents", lines: ["This worksheet contains one table: the sheets of this workbook."],
        columns: [WorkbookColumn("Sheet", isText: true), WorkbookColumn("Title", isText: true)], rows: rows),
      to: book, formats, widths: [32, 80])
  }

  private func addNotes(_ book: UnsafeMutablePointer<lxw_workbook>, _ formats: borrowing Formats) {
    unsafe add(
      WorkbookTable(
        name: "Notes", title: "Notes",
        lines: ["This worksheet contains one table: the notes that the other sheets refer to."],
        columns: [WorkbookColumn("Note", isText: true), WorkbookColumn("Text", isText: true)],
        rows: workbook.notes.enumerated().map { [.text("[note \($0.offset + 1)]"), .text($0.element)] }),
      to: book, formats, widths: [16, 100])
  }

  private func add(
    _ table: WorkbookTable, to book: UnsafeMutablePointer<lxw_workbook>, _ formats: borrowing Formats,
    widths: [Double]? = nil
  ) {
    let sheet = unsafe addSheet(table.name, book)
    if table.columns.count > 3 { unsafe worksheet_set_landscape(sheet) }
    unsafe write(table.title, sheet, 0, 0, formats.title)
    for (index, line) in table.lines.enumerated() { unsafe write(line, sheet, UInt32(index + 1), 0, formats.plain) }
    let head = UInt32(table.lines.count + 1)
    let layout = widths.map { SheetLayout(table, widths: $0) } ?? SheetLayout(table)
    for (index, width) in layout.widths.enumerated() {
      _ = unsafe worksheet_set_column(sheet, UInt16(index), UInt16(index), width, nil)
    }
    _ = unsafe worksheet_set_row(sheet, 0, 24, nil)
    for line in 1..<head { _ = unsafe worksheet_set_row(sheet, line, 16, nil) }
    _ = unsafe worksheet_set_row(sheet, head, layout.headingHeight, nil)
    unsafe worksheet_fit_to_pages(sheet, layout.pagesAcross, 0)
    unsafe markUp(table, sheet, head, formats)
    for (offset, row) in table.rows.enumerated() {
      _ = unsafe worksheet_set_row(sheet, head + 1 + UInt32(offset), layout.height(of: row), nil)
      precondition(
        row.count == table.columns.count, "a row of '\(table.name)' has another number of cells than columns")
      for (index, cell) in row.enumerated() {
        unsafe write(cell, sheet, head + 1 + UInt32(offset), UInt16(index), table.columns[index], formats)
      }
    }
    _ = unsafe worksheet_repeat_rows(sheet, head, head)
    if table.isWorkingList { unsafe worksheet_freeze_panes(sheet, head + 1, 2) }
    // Further pages across say whose figures they are.
    if layout.pagesAcross > 1 { _ = unsafe worksheet_repeat_columns(sheet, 0, 1) }
  }

  /// Tags the table with its name and one row of headings, without bands or fills; filter buttons are for working lists.
  private func markUp(
    _ table: WorkbookTable, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ head: UInt32, _ formats: borrowing Formats
  ) {
    precondition(!table.rows.isEmpty, "the table '\(table.name)' has no rows")
    let headings = unsafe table.columns.map { unsafe strdup($0.heading)! }
    let name = unsafe strdup(table.name)!
    defer {
      for index in unsafe headings.indices { unsafe free(headings[index]) }
      unsafe free(name)
    }
    let columns = unsafe UnsafeMutablePointer<lxw_table_column>.allocate(capacity: headings.count)
    defer { unsafe columns.deallocate() }
    var list: [UnsafeMutablePointer<lxw_table_column>?] = unsafe []
    for index in unsafe headings.indices {
      unsafe columns[index] = lxw_table_column()
      unsafe columns[index].header = headings[index]
      unsafe columns[index].header_format = table.columns[index].isText ? formats.headingLeft : formats.heading
      unsafe list.append(columns + index)
    }
    unsafe list.append(nil)
    unsafe list.withUnsafeMutableBufferPointer { list in
      var options = unsafe lxw_table_options()
      unsafe options.name = name
      unsafe options.no_autofilter = table.isWorkingList ? 0 : 1
      unsafe options.no_banded_rows = 1
      unsafe options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
      unsafe options.style_type_number = 0
      unsafe options.columns = list.baseAddress
      let error = unsafe worksheet_add_table(
        sheet, head, 0, head + UInt32(table.rows.count), UInt16(table.columns.count - 1), &options)
      precondition(error == LXW_NO_ERROR, "the table '\(table.name)' cannot be marked up")
    }
  }

  private func write(
    _ cell: WorkbookCell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
    _ kind: WorkbookColumn, _ formats: borrowing Formats
  ) {
    switch cell {
    case .text(let text): unsafe write(text, sheet, row, column, kind.isText ? formats.wrapped : formats.right)
    case .number(let units, let decimals):
      let value = Double(units) / Self.powersOfTen[min(decimals, 9)]
      _ = unsafe worksheet_write_number(sheet, row, column, value, formats.number(decimals))
    case .code(let number):
      _ = unsafe worksheet_write_number(
        sheet, row, column, Double(number), kind.isText ? formats.codeLeft : formats.code)
    case .sheet(let name):
      _ = unsafe worksheet_write_url_opt(sheet, row, column, "internal:'\(name)'!A1", formats.link, name, nil)
    }
  }

  /// Writes text as text: whatever it begins with, it is never taken for a formula, a number or a link.
  private func write(
    _ text: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>
  ) {
    // A cell holds 32,767 characters; the library refuses more.
    _ = unsafe worksheet_write_string(sheet, row, column, String(text.prefix(32_000)), format)
  }

  private static let powersOfTen: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// The few looks that cells have: Arial 12, titles 16, headings bold.
  @unsafe private struct Formats: ~Copyable {
    let title: UnsafeMutablePointer<lxw_format>
    let subtitle: UnsafeMutablePointer<lxw_format>
    let plain: UnsafeMutablePointer<lxw_format>
    let wrapped: UnsafeMutablePointer<lxw_format>
    let right: UnsafeMutablePointer<lxw_format>
    let heading: UnsafeMutablePointer<lxw_format>
    let headingLeft: UnsafeMutablePointer<lxw_format>
    let link: UnsafeMutablePointer<lxw_format>
    let code: UnsafeMutablePointer<lxw_format>
    let codeLeft: UnsafeMutablePointer<lxw_format>
    private let numbers: [UnsafeMutablePointer<lxw_format>]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      func format(size: Double = 12, _ set: (UnsafeMutablePointer<lxw_format>) -> Void = { _ in })
        -> UnsafeMutablePointer<lxw_format>
      {
        let format = unsafe workbook_add_format(book)!
        unsafe format_set_font_name(format, WorkbookFile.fontName)
        unsafe format_set_font_size(format, size)
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        unsafe set(format)
        return unsafe format
      }
      unsafe title = format(size: 16) { unsafe format_set_bold($0) }
      unsafe subtitle = format(size: 14) { unsafe format_set_bold($0) }
      unsafe plain = format()
      unsafe wrapped = format { unsafe format_set_text_wrap($0) }
      unsafe right = format { unsafe format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
      unsafe heading = format {
        unsafe format_set_bold($0)
        unsafe format_set_text_wrap($0)
        unsafe format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue))
      }
      unsafe headingLeft = format {
        unsafe format_set_bold($0)
        unsafe format_set_text_wrap($0)
      }
      unsafe link = format {
        unsafe format_set_underline($0, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        unsafe format_set_font_color($0, 0x12436D)
      }
      unsafe code = format { unsafe format_set_num_format($0, "0") }
      unsafe codeLeft = format {
        unsafe format_set_num_format($0, "0")
        unsafe format_set_align($0, UInt8(LXW_ALIGN_LEFT.rawValue))
      }
      unsafe numbers = (0...9).map { decimals in
        unsafe format {
          unsafe format_set_num_format($0, decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals))
        }
      }
    }

    func number(_ decimals: Int) -> UnsafeMutablePointer<lxw_format> { unsafe numbers[min(decimals, 9)] }
  }
}
