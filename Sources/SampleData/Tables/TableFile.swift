import CSV

/// One CSV file being written, field by field.
///
/// The one place through which every row of the sample goes.
final class TableFile {
  let layout: TableLayout
  let year: Int?
  /// Inside the folder.
  let path: String
  /// Rows without the header.
  private(set) var rows = 0
  private var writer: CSVWriter
  private var fields = 0

  /// Creates the file and writes its header.
  init(folder: String, layout: TableLayout, year: Int?) throws {
    self.layout = layout
    self.year = year
    path = layout.name + (year.map { "-\($0)" } ?? "") + ".csv"
    writer = try CSVWriter(path: folder + "/" + path)
    try writer.write(layout.columns.map(\.name))
  }

  /// An empty text is a blank field.
  func text(_ value: String) {
    writer.field(value)
    fields += 1
  }

  func whole(_ value: Int) {
    writer.field(value)
    fields += 1
  }

  /// A whole number, or a blank field.
  func whole(_ value: Int?) {
    if let value { whole(value) } else { blank() }
  }

  func blank() {
    writer.emptyField()
    fields += 1
  }

  /// A number given in tenths, written with one decimal; nil as a blank field.
  func tenths(_ value: Int?) {
    guard let value else { return blank() }
    text((value < 0 ? "-" : "") + "\(abs(value) / 10).\(abs(value) % 10)")
  }

  /// Whole numbers, or in each of their fields the code that says why they are missing.
  func wholes(_ values: [Int], missing code: String?) {
    for value in values {
      if let code { text(code) } else { whole(value) }
    }
  }

  func endRow() throws {
    precondition(
      fields == layout.columns.count, "\(layout.name) has \(layout.columns.count) columns, its row \(fields)")
    try writer.endRecord()
    fields = 0
    rows += 1
  }

  func close() throws { try writer.close() }
}
