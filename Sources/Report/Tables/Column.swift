import SchoolStatistics

/// A column of a table, declared once: the header, the cells and the Table Schema of the data package come from it.
struct Column<Row>: Sendable {
  /// One field, or several that many rows share and that are made once, as those of place and time.
  let fields: [TableField]
  let write: @Sendable (Row, inout CSVBytes) -> Void

  init(_ fields: [TableField], write: @escaping @Sendable (Row, inout CSVBytes) -> Void) {
    (self.fields, self.write) = (fields, write)
  }

  /// Fields that were made before, as `CSVBytes.fields` gives them.
  static func made(_ fields: [TableField], _ bytes: @escaping @Sendable (Row) -> [UInt8]) -> Column {
    Column(fields) { row, cells in cells.fields(bytes(row)) }
  }

  static func text(
    _ name: String, _ title: String, _ constraints: [(String, JSON)] = [], _ description: String = "",
    _ text: @escaping @Sendable (Row) -> String?
  ) -> Column {
    Column([TableField(name, title, .string, constraints, description)]) { row, cells in
      if let text = text(row) { cells.text(text) } else { cells.empty() }
    }
  }

  static func integer(
    _ name: String, _ title: String, _ constraints: [(String, JSON)] = [], _ description: String = "",
    _ number: @escaping @Sendable (Row) -> Int?
  ) -> Column {
    Column([TableField(name, title, .integer, constraints, description)]) { row, cells in
      if let number = number(row) { cells.integer(number) } else { cells.empty() }
    }
  }

  /// - Parameter decimals: of every row; columns whose decimals are the row's own are made with `number(of:)`.
  static func number(
    _ name: String, _ title: String, _ constraints: [(String, JSON)] = [], _ description: String = "",
    decimals: Int, _ value: @escaping @Sendable (Row) -> Rational?
  ) -> Column {
    number(name, title, constraints, description, of: { _ in decimals }, value)
  }

  static func number(
    _ name: String, _ title: String, _ constraints: [(String, JSON)] = [], _ description: String = "",
    of decimals: @escaping @Sendable (Row) -> Int, _ value: @escaping @Sendable (Row) -> Rational?
  ) -> Column {
    Column([TableField(name, title, .number, constraints, description)]) { row, cells in
      if let value = value(row) { cells.decimal(value, decimals: decimals(row)) } else { cells.empty() }
    }
  }
}

/// A table whose columns are declared: what stands in the data package and what stands in the file cannot part.
struct ColumnTable<Row>: Sendable {
  let description: TableDescription
  let columns: [Column<Row>]

  /// - Parameter key: the columns that tell rows apart.
  init(
    name: String, title: String, description: String, path: String? = nil, key: [String],
    columns: [Column<Row>]
  ) {
    self.columns = columns
    self.description = TableDescription(
      name: name, title: title, description: description, path: path ?? "tables/\(name).csv",
      fields: columns.flatMap(\.fields), key: key)
  }

  func write(_ row: Row, to cells: inout CSVBytes) {
    for column in columns { column.write(row, &cells) }
    cells.endRow()
  }

  /// The whole file, for a table that is not long.
  func bytes(_ rows: some Sequence<Row>) -> [UInt8] {
    var cells = CSVBytes()
    for row in rows { write(row, to: &cells) }
    return description.header + cells.bytes
  }
}
