/// The keys that a layout file may hold, so that a misspelt one is named and not passed over.
///
/// A key that a type of `Layout.swift` or `TableRule.swift` reads has to stand here too.
indirect enum LayoutKeys: Sendable {
  /// Anything: a text, a number, a list of texts.
  case plain
  case object([String: LayoutKeys])
  case list(LayoutKeys)
  /// An object whose keys are the analyst's own.
  case named(LayoutKeys)

  private static func plain(_ keys: String...) -> [String: LayoutKeys] {
    Dictionary(uniqueKeysWithValues: keys.map { ($0, .plain) })
  }

  static let layout: LayoutKeys = .object(
    plain("id", "title", "publisher", "applies", "role", "suffixes", "codes").merging([
      "recognise": .object(plain("required", "absent")),
      "years": .object(
        plain("column", "offset", "fixed", "file", "folder", "none").merging([
          "header": .list(.object(plain("pattern", "plus")))
        ]) { $1 }),
      "rows": .list(
        .object(
          plain("is", "basis", "kind", "variant", "place", "group").merging(["when": .named(.plain)]) { $1 })),
      "words": .list(
        .object(plain("column", "what", "allowed", "list", "as", "between", "leavesOut"))),
      "keys": .object(
        plain(
          "urn", "authority", "authorityName", "establishment", "authorityAndEstablishment", "schoolName", "schoolType",
          "region", "responsibleAuthority", "newSchool", "authorityBelowItsSchools")),
      "tables": .list(table),
      "register": .object(
        plain("kind", "replaces").merging([
          "fields": .named(.plain), "constants": .named(.plain), "only": .named(.plain), "reversed": .named(.plain),
        ]) { $1 }),
    ]) { $1 })

  private static let table: LayoutKeys = .object(
    plain("name", "authoritiesAreRows", "placeless", "variant", "complete").merging([
      "group": .object(plain("column").merging(["values": .named(.plain)]) { $1 }),
      "when": .named(.plain),
      "columns": .list(
        .object(
          plain("measure", "group", "from", "sum", "as", "of", "variant", "yearOffset", "year", "decimals", "optional")
            .merging(["words": .named(.plain)]) { $1 })),
      "texts": .named(.object(plain("from", "as"))),
      "long": .object(
        plain("measure", "value", "numerator", "denominator", "basis", "prefix").merging([
          "values": .named(.object(plain("measure", "group", "variant")))
        ]) { $1 }),
    ]) { $1 })

  /// A key that may not stand in a file, and where it stands.
  struct Unknown: Sendable {
    var key: String
    var place: [String]
    var known: [String]
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The first unknown key, in the order of the alphabet; nil where there is none.
  func unknown(in decoder: any Decoder) throws -> Unknown? {
    switch self {
    case .plain: return nil
    case .object(let keys):
      let fields = try decoder.container(keyedBy: Key.self)
      for key in fields.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
        guard let inner = keys[key.stringValue] else {
          return Unknown(
            key: key.stringValue, place: decoder.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue },
            known: keys.keys.sorted())
        }
        if case .plain = inner { continue }
        if let unknown = try inner.unknown(in: fields.superDecoder(forKey: key)) { return unknown }
      }
    case .named(.plain): return nil
    case .named(let inner):
      let fields = try decoder.container(keyedBy: Key.self)
      for key in fields.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
        if let unknown = try inner.unknown(in: fields.superDecoder(forKey: key)) { return unknown }
      }
    case .list(let inner):
      var entries = try decoder.unkeyedContainer()
      while !entries.isAtEnd {
        if let unknown = try inner.unknown(in: entries.superDecoder()) { return unknown }
      }
    }
    return nil
  }
}

extension Layout {
  private struct WithKeys: Decodable {
    let layout: Layout
    let unknown: LayoutKeys.Unknown?

    init(from decoder: any Decoder) throws {
      layout = try Layout(from: decoder)
      unknown = try LayoutKeys.layout.unknown(in: decoder)
    }
  }

  /// Reads a layout file. Throws where it holds a key that means nothing.
  static func read(path: String) throws(IngestError) -> Layout {
    let read = try ReferenceFile.decode(WithKeys.self, path: path)
    guard let unknown = read.unknown else { return read.layout }
    let place = unknown.place.isEmpty ? "the top" : "'\(unknown.place.joined(separator: "."))'"
    throw .reference(
      path,
      reason:
        "key '\(unknown.key)' at \(place) means nothing; keys there are \(unknown.known.joined(separator: ", "))")
  }

  /// What it names that the list of measures does not have.
  func unknownName(_ measures: MeasureList) -> String? {
    for table in tables ?? [] {
      if !measures.tables.isEmpty, !measures.tables.contains(table.name) {
        return
          "table '\(table.name)' is not in 'tables' of measures.json5; the tables are \(measures.tables.sorted().joined(separator: ", "))"
      }
      let columns = (table.columns ?? []).flatMap { [$0.measure] + ($0.of.map { [$0] } ?? []) }
      let long = (table.long?.values ?? [:]).values.map(\.measure).sorted()
      if let unknown = (columns + long).first(where: { measures[$0] == nil }) {
        return "measure '\(unknown)' of table '\(table.name)' is not in measures.json5; add it there or correct it here"
      }
    }
    return nil
  }
}
