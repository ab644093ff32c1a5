import CSV
import Foundation
import Packs
import SchoolStatistics

/// The rows of one school in the two tables that sentences quote, as text, read back from the written files.
struct WrittenTables: Sendable {
  struct Key: Hashable, Sendable {
    var table: FigureReference.Table
    var urn: Int
    var indicator: String
    var year: Int
    var group: String
  }

  private var rows: [Key: [String]] = [:]
  private var columns: [FigureReference.Table: [String: Int]] = [:]

  /// - Parameter folder: the folder of a report.
  init(folder: String) throws {
    for table in [FigureReference.Table.schools, .targetAmbition] {
      let text = try String(contentsOfFile: folder + "/" + table.rawValue, encoding: .utf8)
      var header: [String: Int] = [:]
      for line in Self.lines(text) {
        if header.isEmpty {
          header = Dictionary(uniqueKeysWithValues: line.enumerated().map { ($1, $0) })
          columns[table] = header
          continue
        }
        guard let urn = header["school_urn"].flatMap({ Int(line[$0]) }),
          let period = header["time_period"].map({ line[$0] })
        else { continue }
        let year = Int(period.prefix(4))! + 1
        let key = Key(
          table: table, urn: urn, indicator: line[header[table == .schools ? "indicator_id" : "measure"]!], year: year,
          group: table == .schools ? line[header["pupil_group"]!] : "all")
        rows[key] = line
      }
    }
  }

  func school(_ urn: URN) -> Row { Row(tables: self, urn: urn.number) }

  /// The cells of one school, looked up the way a reader would.
  struct Row: FigureLookup {
    let tables: WrittenTables
    let urn: Int

    func text(_ reference: FigureReference) -> String? {
      let key = Key(
        table: reference.table, urn: urn, indicator: reference.indicator, year: reference.year.ending,
        group: reference.group.rawValue)
      guard let row = tables.rows[key], let column = tables.columns[reference.table]?[reference.column] else {
        return nil
      }
      return row[column]
    }

    func number(_ reference: FigureReference) -> Rational? { text(reference).flatMap(Rational.init(decimalText:)) }
  }

  /// Fields of each line of a CSV without line breaks in fields.
  private static func lines(_ text: String) -> [[String]] {
    text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      var fields: [String] = []
      var field: [UInt8] = []
      var isQuoted = false
      for byte in line {
        if byte == UInt8(ascii: "\"") {
          isQuoted.toggle()
          continue
        }
        if byte == UInt8(ascii: ",") && !isQuoted {
          fields.append(String(decoding: field, as: UTF8.self))
          field.removeAll(keepingCapacity: true)
        } else {
          field.append(byte)
        }
      }
      fields.append(String(decoding: field, as: UTF8.self))
      return fields
    }
  }
}

extension Rational {
  /// `-9.7` exactly; nil for anything that is not a plain decimal.
  init?(decimalText text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard !text.isEmpty, parts.count <= 2, let digits = Int64(parts.joined()) else { return nil }
    var scale: Int64 = 1
    if parts.count == 2 { for _ in parts[1] { scale *= 10 } }
    self.init(digits, scale)
  }
}
