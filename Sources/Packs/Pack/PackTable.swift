import SchoolStatistics

/// A cell of an evidence table: the figure and its small print.
public struct PackCell: Hashable, Sendable {
  /// What stands in the cell; the reason where there is no figure.
  public var text: String
  /// Counts, interval or years, set small beneath.
  public var small: String
  /// A quarter letter A (best) to D, or empty.
  public var band: String
  public init(_ text: String, small: String = "", band: String = "") {
    (self.text, self.small, self.band) = (text, small, band)
  }
}

/// A row of an evidence table.
public struct PackRow: Sendable {
  public var header: String
  /// Said small beneath the header.
  public var small: String
  public var cells: [PackCell]
  /// The years as a line, own and England's; nil where there is none.
  public var line: PackLine?
  public init(_ header: String, small: String = "", cells: [PackCell], line: PackLine? = nil) {
    (self.header, self.small, self.cells, self.line) = (header, small, cells, line)
  }
}

/// A series over the years for a small line chart. Nil where a year has no figure that may be shown.
public struct PackLine: Hashable, Sendable {
  public var years: [AcademicYear]
  public var own: [Rational?]
  public var national: [Rational?]
  /// Positions in `years` at which the definition changed: the line breaks before them.
  public var breaks: [Int]
  public var decimals = 1
  public var suffix = "%"
  public init(years: [AcademicYear], own: [Rational?], national: [Rational?], breaks: [Int]) {
    (self.years, self.own, self.national, self.breaks) = (years, own, national, breaks)
  }
}

/// A table of evidence.
public struct PackTable: Sendable {
  public var caption: String
  /// What the rows are, above their headers: Measure, Group, Year.
  public var stub: String
  public var columns: [String]
  public var rows: [PackRow]
  public init(caption: String, stub: String = "Measure", columns: [String], rows: [PackRow]) {
    (self.caption, self.stub, self.columns, self.rows) = (caption, stub, columns, rows)
  }
  public var hasLines: Bool { rows.contains { $0.line != nil } }
}

/// A part of the evidence pages.
public struct PackSection: Sendable {
  /// Stable name within the page: `attainment`.
  public var id: String
  public var title: String
  /// Plain sentences above the tables.
  public var paragraphs: [String]
  public var tables: [PackTable]
  /// Small print beneath the tables.
  public var notes: [String]
  public init(id: String, title: String, paragraphs: [String] = [], tables: [PackTable] = [], notes: [String] = []) {
    (self.id, self.title, self.paragraphs, self.tables, self.notes) = (id, title, paragraphs, tables, notes)
  }
}
