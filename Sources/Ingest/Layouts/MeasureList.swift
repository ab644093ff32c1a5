import ReferenceFiles
import SchoolStatistics

/// The measures of `measures.json5`, by id.
struct MeasureList: Sendable {
  struct Entry: Decodable, Sendable {
    enum Unit: String, Decodable, Sendable { case count, sessions, number }
    var id: String
    var title: String
    var unit: Unit
    var of: String?
    /// True where it counts events, of which there may be more than there are pupils.
    var events: Bool?
    var polarity: Polarity?
    var decimals: Int?
    /// True for a number that is a percentage.
    var percentage: Bool?
    /// True where shares of one per cent and less are usual.
    var rare: Bool?
    /// The lowest and highest value that it can have; by variant where it has several scales.
    var scale: [Double]?
    var scales: [String: [Double]]?
  }
  private struct File: Decodable {
    var measures: [Entry]
    var tables: [String]?
  }

  private let entries: [String: Entry]
  /// The canonical tables that layouts may give rows to; empty where the file does not say.
  let tables: Set<String>

  init(path: String) throws(IngestError) {
    let file = try ReferenceFile.read(File.self, path: path)
    tables = Set(file.tables ?? [])
    if let entry = file.measures.first(where: { $0.decimals.map(NumberKind.decimals.range.contains) == false }) {
      throw .reference(path, reason: "'decimals' of measure '\(entry.id)' is not from 0 to 6")
    }
    for entry in file.measures {
      for scale in (entry.scale.map { [$0] } ?? []) + Array((entry.scales ?? [:]).values)
      where scale.count != 2 || scale[0] >= scale[1] {
        throw .reference(path, reason: "a scale of measure '\(entry.id)' is not its lowest and its highest value")
      }
    }
    entries = Dictionary(file.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a measure is a part of and so never above; nil where it is of nothing, or counts events.
  func whole(of id: String) -> Measure? {
    guard let entry = entries[id], entry.events != true else { return nil }
    return entry.of.map { Measure($0) }
  }

  /// The values that a measure can have; nil where nothing bounds them.
  func scale(_ id: String, variant: String) -> ClosedRange<Rational>? {
    guard let entry = entries[id], let bounds = entry.scales?[variant] ?? entry.scale else { return nil }
    return Rational(decimal: bounds[0])...Rational(decimal: bounds[1])
  }

  /// Whether a column of the measure holds percentages of which some are well above one.
  func isUsualPercentage(_ id: String, _ unit: FigureUnit) -> Bool {
    guard let entry = entries[id], entry.rare != true, entry.events != true else { return false }
    if case .percent = unit { return entry.of != nil }
    return entry.percentage == true
  }

  var ids: [String] { Array(entries.keys) }

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
