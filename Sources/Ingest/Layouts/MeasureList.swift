import SchoolStatistics

/// The measures of `measures.json5`, by id.
struct MeasureList: Sendable {
  struct Entry: Decodable, Sendable {
    enum Unit: String, Decodable { case count, number }
    var id: String
    var title: String
    var unit: Unit
    var of: String?
    var polarity: Polarity?
    var decimals: Int?
  }
  private struct File: Decodable { var measures: [Entry] }

  private let entries: [String: Entry]

  init(path: String) throws(IngestError) {
    let file = try ReferenceFile.decode(File.self, path: path)
    entries = Dictionary(file.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(_ id: String) -> Entry? { entries[id] }

  var definitions: [Measure: MeasureDefinition] {
    var result: [Measure: MeasureDefinition] = [:]
    for entry in entries.values {
      result[Measure(entry.id)] = MeasureDefinition(
        measure: Measure(entry.id), title: entry.title, polarity: entry.polarity, decimals: entry.decimals)
    }
    return result
  }
}
