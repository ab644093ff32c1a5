import Foundation
import TestSupport

/// A small table of the sample, read whole for tests.
struct SampleTable {
  struct Row {
    fileprivate let positions: [String: Int]
    fileprivate let fields: [String]
    subscript(column: String) -> String { positions[column].map { fields[$0] } ?? "no column \(column)" }
    /// Nil where the field is blank or holds a code.
    func count(_ column: String) -> Int? { Int(self[column]) }
    func number(_ column: String) -> Double? { Double(self[column]) }
  }

  let rows: [Row]

  /// Reads a file of the committed sample, or of another folder.
  init(_ name: String, in folder: String = ProjectFolders.sample) throws {
    let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    var lines = text.split(separator: "\n").map(Self.fields)
    let header = lines.removeFirst()
    let positions = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
    rows = lines.map { Row(positions: positions, fields: $0) }
  }

  /// The fields of a line; no field of the sample holds a line end.
  private static func fields(_ line: Substring) -> [String] {
    guard line.contains("\"") else {
      return line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var fields = [""]
    var quoted = false
    for character in line {
      switch character {
      case "\"": quoted.toggle()
      case "," where !quoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
