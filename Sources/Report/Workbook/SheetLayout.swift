/// How wide the columns and how high the rows of a sheet are, so that nothing is cut off on screen or paper.
///
/// A spreadsheet program leaves rows whose height is not given as high as one line of its own default type, which is
/// smaller than ours. Widths are in characters of the default type, heights in points.
struct SheetLayout {
  let widths: [Double]
  private let table: WorkbookTable

  /// Columns are 16 wide, or 32 where they hold more than a few words.
  init(_ table: WorkbookTable) {
    self.table = table
    widths = table.columns.indices.map { column in
      let longest = table.rows.reduce(0) { max($0, Self.length($1[column])) }
      return longest > 20 ? 32 : 16
    }
  }

  init(_ table: WorkbookTable, widths: [Double]) { (self.table, self.widths) = (table, widths) }

  /// Pages across that keep the type readable: about 170 characters on a page of A4 turned sideways.
  var pagesAcross: UInt16 { UInt16(max(1, (widths.reduce(0, +) / 170).rounded(.up))) }
  var headingHeight: Double {
    Self.height(zip(table.columns, widths).map { Self.lines($0.heading.count, in: $1 - 1) }.max() ?? 1)
  }
  func height(of row: [WorkbookCell]) -> Double {
    Self.height(zip(row, widths).map { Self.lines(Self.length($0), in: $1) }.max() ?? 1)
  }

  static func height(ofText text: String, width: Double) -> Double { height(lines(text.count, in: width)) }
  private static func height(_ lines: Int) -> Double { 16 * Double(lines) }

  /// Arial 12 takes a sixth more room than the default type; words break before the end of a line.
  private static func lines(_ characters: Int, in width: Double) -> Int {
    max(1, Int((Double(characters) * 1.18 / max(width, 1)).rounded(.up)))
  }

  private static func length(_ cell: WorkbookCell) -> Int {
    switch cell {
    case .text(let text), .sheet(let text): text.count
    case .number, .code: 10
    }
  }
}
