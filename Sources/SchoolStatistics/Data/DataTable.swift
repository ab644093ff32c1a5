/// How a column's figures are written.
public enum FigureUnit: Hashable, Sendable {
  /// Whole pupils, schools or sessions.
  case count
  /// A percentage of another measure of the same row; nil where the denominator is not in the file.
  /// `decimals` is how many the file gives, which bounds the count that it stands for.
  case percent(of: Measure?, decimals: Int)
  /// A score, a mean, points: anything that is not a share.
  case number
}

/// One kept column of a table.
public struct DataColumn: Sendable {
  public var measure: Measure
  public var unit: FigureUnit
  /// The column's name in the file, for findings and `explain`.
  public var header: String
  public var figures: FigureColumn
  public init(measure: Measure, unit: FigureUnit, header: String, figures: FigureColumn = FigureColumn()) {
    (self.measure, self.unit, self.header, self.figures) = (measure, unit, header, figures)
  }
}

/// A column of text with each distinct text kept once; one text at every row takes no memory for the rows.
public struct TextColumn: Sendable {
  /// Positions in `texts`; empty where all rows have the first.
  @usableFromInline var indices: [UInt32] = []
  /// The distinct texts, in the order in which they first came.
  public private(set) var texts: [String] = []
  @inlinable public var count: Int { indices.isEmpty ? repetitions : indices.count }
  @usableFromInline var repetitions = 0
  private var positions: [String: UInt32] = [:]

  public init() {}

  /// A column that was gathered elsewhere. Precondition: texts are distinct, and each index is one of theirs.
  public init(indices: [UInt32], distinct: [String]) {
    (self.indices, texts) = (indices, distinct)
    for (index, text) in distinct.enumerated() { positions[text] = UInt32(index) }
  }

  /// One text at every row.
  public init(repeating text: String, count: Int) {
    (texts, repetitions) = (count > 0 ? [text] : [], count)
    if count > 0 { positions[text] = 0 }
  }

  /// Position of a row's text in `texts`. O(1), no allocation. Precondition: the row is one of `count`.
  @inlinable public func textIndex(_ row: Int) -> Int { indices.isEmpty ? 0 : Int(indices[row]) }

  public mutating func append(_ text: String) {
    if repetitions > 0 { (indices, repetitions) = (Array(repeating: 0, count: repetitions), 0) }
    let index = positions[text] ?? UInt32(texts.count)
    if index == texts.count {
      positions[text] = index
      texts.append(text)
    }
    indices.append(index)
  }

  public mutating func append(contentsOf other: TextColumn) { for row in 0..<other.count { append(other[row]) } }

  public subscript(row: Int) -> String { texts[textIndex(row)] }
}

/// The rows of one file that are about schools (or about authorities), as columns.
///
/// A row is one place × year × pupil group × variant. A file that carries several groups or earlier years in
/// one line gives a row for each. All arrays have the same length.
public struct DataTable: Sendable {
  /// The canonical table that the rows belong to: `ks2_results`, `attendance`, `targets`, …
  public var name: String
  /// Index in `SchoolData.sources`.
  public var source: Int
  /// `.school` or `.localAuthority`.
  public var level: GeographicLevel
  /// Index in `SchoolData.schools` or `SchoolData.authorities`.
  public var places: [Int32] = []
  /// Calendar year in which the school year ends; 0 where the table has no year.
  public var years: [Int16] = []
  public var groups: [PupilGroup] = []
  /// What tells rows of one place, year and group apart: the period of an absence rate, the measure of a
  /// value-added score or a target, the aspect of a judgement. Empty where nothing does.
  public var variants = TextColumn()
  /// The authority that the row itself names (the LA of a performance table, the responsible authority of
  /// children in care), as its number; 0 where it names none.
  public var authorities: [Int16] = []
  /// Line in the file, from 1.
  public var lines: [UInt32] = []
  public var columns: [DataColumn] = []
  /// Text columns by canonical name: `date_set`, `exceptional_reason`, `framework`.
  public var texts: [String: TextColumn] = [:]

  public init(name: String, source: Int, level: GeographicLevel) {
    (self.name, self.source, self.level) = (name, source, level)
  }

  public var count: Int { places.count }
  public func year(_ row: Int) -> AcademicYear { AcademicYear(ending: Int(years[row])) }
  public func column(_ measure: Measure) -> DataColumn? { columns.first { $0.measure == measure } }
  /// The figure of a measure at a row; `.missing(.notSupplied)` where the file has no such column.
  public func figure(_ measure: Measure, _ row: Int) -> Figure {
    column(measure)?.figures[row] ?? .missing(.notSupplied)
  }
  /// The text of a column at a row; empty where the file has no such column.
  public func text(_ name: String, _ row: Int) -> String { texts[name]?[row] ?? "" }
}
