import CSV
import Foundation
import SchoolStatistics

/// A report that stands finished in its folder: what `run.json` records of it, and its tables.
public struct FinishedRun: Sendable {
  public struct Input: Codable, Sendable {
    public var path: String
    public var sha256: String
    public var years: [Int]?
  }
  struct Record: Codable, Sendable {
    struct Rule: Codable, Sendable {
      var path: String
      var sha256: String
    }
    struct Options: Codable, Sendable {
      var audience: String?
      var authorities: [String]?
      var regions: [String]?
    }
    var title: String
    var versions: [String: String]
    // As the file names it.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var headline_year: Int
    var years: [Int]
    var inputs: [Input]
    var rules: [Rule]
    var indicators: [String]
    var options: Options
  }
  struct Package: Codable {
    struct Resource: Codable {
      struct Schema: Codable { var primaryKey: [String]? }
      var name: String
      var path: String
      var schema: Schema?
    }
    var resources: [Resource]
  }
  struct TableFile: Sendable {
    var name: String
    var path: String
    var key: [String]
  }

  public let folder: String
  let record: Record
  /// Tables whose rows a key tells apart, by name. Publishing files hold the same figures and are left out.
  let tables: [String: TableFile]

  public var title: String { record.title }
  /// The year that the report is about, by the year in which it ends.
  public var headlineYear: Int { record.headline_year }

  /// Throws where the folder is not a finished report.
  public init(folder: String) throws(ProvenanceError) {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.folder = folder
    record = try Self.decode(Record.self, folder + "/run.json")
    let package = try Self.decode(Package.self, folder + "/datapackage.json")
    let found = package.resources.compactMap { resource -> TableFile? in
      guard let key = resource.schema?.primaryKey, !key.isEmpty, !resource.path.contains("/ees/") else { return nil }
      return TableFile(name: resource.name, path: folder + "/" + resource.path, key: key)
    }
    tables = Dictionary(found.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ path: String) throws(ProvenanceError) -> Value {
    guard let bytes = RegularFile.contents(path) else { throw .missing(path: path) }
    do { return try JSONDecoder().decode(type, from: bytes) } catch {
      throw .unreadable(path: path, reason: "is not as this tool writes it")
    }
  }

  /// The rows of a table by their keys, each with all its cells; fields are joined by a character that no text has.
  func rows(_ table: TableFile) throws(ProvenanceError) -> (columns: [String], rows: [String: String]) {
    do throws(CSVError) {
      let file = try CSVFile(path: table.path)
      let columns = try file.header().names
      let key = table.key.compactMap { columns.firstIndex(of: $0) }
      let parts = try file.read(
        columns: Array(columns.indices), parts: 2, makeState: { _ in [(String, String)]() }
      ) { rows, record in
        var (id, cells) = ("", "")
        for column in key { id += record.text(column) + Self.separator }
        for column in columns.indices { cells += record.text(column) + Self.separator }
        rows.append((id, cells))
      }
      var rows: [String: String] = [:]
      rows.reserveCapacity(parts.reduce(0) { $0 + $1.records })
      for part in parts { for (id, cells) in part.state { rows[id] = cells } }
      return (columns, rows)
    } catch {
      throw .unreadable(path: table.path, reason: "\(error)")
    }
  }

  /// The first row of a table whose cells are those asked for, with its line; nil where there is none.
  func row(_ table: String, _ wanted: [String: String]) throws(ProvenanceError) -> (line: Int, cells: [String: String])?
  {
    guard let table = tables[table] else { return nil }
    do throws(CSVError) {
      let file = try CSVFile(path: table.path)
      let columns = try file.header().names
      let places = wanted.compactMap { name, value in
        columns.firstIndex(of: name).map { (column: $0, bytes: Array(value.utf8)) }
      }
      let parts = try file.read(
        columns: Array(columns.indices), parts: 2, makeState: { _ in (line: Int, cells: [String])?.none }
      ) { found, record in
        guard found == nil else { return }
        for place in places {
          let cell = record[place.column]
          guard cell.count == place.bytes.count else { return }
          for index in cell.indices where cell[index] != place.bytes[index] { return }
        }
        found = (record.line, columns.indices.map { record.text($0) })
      }
      for part in parts {
        if let found = part.state {
          return (
            part.firstLine + found.line,
            Dictionary(zip(columns, found.cells), uniquingKeysWith: { first, _ in first })
          )
        }
      }
      return nil
    } catch {
      throw .unreadable(path: table.path, reason: "\(error)")
    }
  }

  static let separator = "\u{1F}"
  static func cells(_ row: String) -> [String] {
    Array(row.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init).dropLast())
  }
}

/// Why finished runs cannot be compared.
public enum ProvenanceError: Error, CustomStringConvertible, Hashable {
  case missing(path: String)
  case unreadable(path: String, reason: String)
  case noFigure(String)

  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): error: no such file; give the folder of a finished report with its tables, such as Reports/2010-autumn"
    case .noFigure(let what): "error: \(what)"
    case .unreadable(let path, let reason): "\(path): error: \(reason); write the report anew"
    }
  }
}
