import Packs

/// What the data package says of a file: its header and its Table Schema come from the same fields.
struct TableDescription: Sendable {
  /// Name of the resource.
  var name: String
  var title: String
  var description: String
  /// Inside the report: `tables/<name>.csv`.
  var path: String
  var fields: [TableField]
  /// The columns that tell rows apart; none where rows may be alike.
  var key: [String] = []
  /// What stands where there is no figure.
  var missing = [""]
  /// Only what is made to be published is open.
  var isOpen = false

  var header: [UInt8] {
    var row = CSVBytes()
    for field in fields { row.text(field.name) }
    row.endRow()
    return row.bytes
  }

  /// The resource of the data package (Frictionless Data, tabular data resource).
  ///
  /// - Parameter root: the folder of the package inside the report, which the path leaves out: `tables/`.
  func resource(root: String = "") -> JSON {
    var schema: [(String, JSON)] = [
      ("fields", .list(fields.map(\.schema))), ("missingValues", .list(missing.map { .text($0) })),
    ]
    if !key.isEmpty { schema.append(("primaryKey", .list(key.map { .text($0) }))) }
    return .object([
      ("name", .text(name)), ("type", "table"), ("title", .text(title)), ("description", .text(description)),
      ("path", .text(String(path.dropFirst(path.hasPrefix(root) ? root.count : 0)))),
      ("scheme", "file"), ("format", "csv"), ("mediatype", "text/csv"), ("encoding", "utf-8"),
      ("dialect", ["delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true, "header": true]),
      ("licenses", [isOpen ? Self.open : Self.closed]),
      ("schema", .object(schema)),
    ])
  }

  private static let open: JSON = [
    "name": "OGL-UK-3.0", "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  ]
  private static let closed: JSON = ["name": "other-closed", "title": .text(Pack.distribution)]
}

/// A column of a table, with what may stand in it.
struct TableField: Sendable {
  enum Kind: String, Sendable { case string, integer, number }
  var name: String
  var title: String
  var description: String
  var kind: Kind
  var constraints: [(String, JSON)]

  init(
    _ name: String, _ title: String, _ kind: Kind = .string, _ constraints: [(String, JSON)] = [],
    _ description: String = ""
  ) {
    (self.name, self.title, self.kind, self.constraints, self.description) = (
      name, title, kind, constraints, description
    )
  }

  var schema: JSON {
    var members: [(String, JSON)] = [("name", .text(name)), ("title", .text(title))]
    if !description.isEmpty { members.append(("description", .text(description))) }
    members.append(("type", .text(kind.rawValue)))
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }

  static let required: (String, JSON) = ("required", true)
  static func oneOf(_ values: [String]) -> (String, JSON) { ("enum", .list(values.map { .text($0) })) }
  static func pattern(_ pattern: String) -> (String, JSON) { ("pattern", .text(pattern)) }
  static func atLeast(_ n: Int) -> (String, JSON) { ("minimum", .number(n)) }
}
