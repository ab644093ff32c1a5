/// The columns of a table, as `datapackage.json` describes them.
struct TableLayout: Sendable {
  struct Column: Sendable {
    /// Table Schema types.
    enum Kind: String, Sendable { case string, integer, number, date }
    let name: String
    let kind: Kind
    var note: String?

    static func text(_ name: String, _ note: String? = nil) -> Column { Column(name: name, kind: .string, note: note) }
    static func whole(_ name: String, _ note: String? = nil) -> Column {
      Column(name: name, kind: .integer, note: note)
    }
    static func decimal(_ name: String, _ note: String? = nil) -> Column {
      Column(name: name, kind: .number, note: note)
    }
    static func date(_ name: String, _ note: String? = nil) -> Column { Column(name: name, kind: .date, note: note) }
  }

  let name: String
  let columns: [Column]

  init(_ name: String, _ columns: [Column]) {
    self.name = name
    self.columns = columns
  }

  /// The codes that stand where a figure is missing.
  static let missingValues = ["", "SUPP", "NA", "NP", "NEW", "LOWCOV", "Q", "?"]
}
