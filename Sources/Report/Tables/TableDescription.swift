/// A table that a report holds: the header of its file and its Table Schema come from this one description.
struct TableDescription: Sendable {
  /// Name of the resource; the file is `tables/<name>.csv`.
  var name: String
  var title: String
  var description: String
  var fields: [TableField]

  var header: [UInt8] {
    var row = CSVBytes()
    for field in fields { row.text(field.name) }
    row.endRow()
    return row.bytes
  }

  var path: String { "tables/\(name).csv" }

  /// The resource of the data package (Frictionless Data, tabular data resource).
  var resource: JSON {
    .object([
      ("name", .text(name)), ("type", "table"), ("title", .text(title)), ("description", .text(description)),
      ("path", .text(name + ".csv")),
      ("scheme", "file"), ("format", "csv"), ("mediatype", "text/csv"), ("encoding", "utf-8"),
      ("dialect", ["delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true, "header": true]),
      ("schema", .object([("fields", .list(fields.map(\.schema))), ("missingValues", [""])])),
    ])
  }
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
