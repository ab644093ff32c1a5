import Foundation
import TestSupport
import Testing

/// What a reader of the source would have to look for again and again.
@Suite("The source") struct SourceTests {
  private static let folders = ["Ingest", "Rulebook", "Statistics", "Indicators", "TargetAmbition", "Packs"]

  /// A conversion to fewer bits ends the run where the number does not fit. `exactly:`, `clamping:` and the like say what
  /// happens then.
  @Test(arguments: folders) func `converts no number to fewer bits without saying what becomes of a large one`(
    folder: String
  ) throws {
    let root = ProjectFolders.root + "/Sources/" + folder
    let conversion =
      /\b(Int8|Int16|Int32|UInt8|UInt16|UInt32)\((?!exactly:|clamping:|truncatingIfNeeded:|bitPattern:|ascii:)/
    let rounding = /\bInt(64)?\([^\n]*\.rounded\(/
    var found: [String] = []
    for case let name as String in try #require(FileManager.default.enumerator(atPath: root))
    where name.hasSuffix(".swift") {
      let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      where line.contains(conversion) || line.contains(rounding) {
        found.append("\(folder)/\(name):\(number + 1): \(line.trimmingCharacters(in: .whitespaces))")
      }
    }
    #expect(found == [])
  }
}
