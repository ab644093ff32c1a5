import CByteScan
import Foundation
import TestSupport
import Testing

@testable import CSV

@Suite("The reader against plain libcsv")
struct DifferentialTests {
  @Test("Generated files with quotes in odd places read as plain libcsv reads them, whatever the parts and chunks")
  func generatedFiles() throws {
    for seed in 0..<2000 {
      var random = SeededNumbers(seed: UInt64(seed))
      let bytes = generatedFile(&random)
      try expectSameAsLibCSV(bytes, &random, "seed \(seed)")
    }
  }

  @Test("Generated files longer than a batch read as plain libcsv reads them")
  func longFiles() throws {
    for seed in 0..<12 {
      var random = SeededNumbers(seed: UInt64(seed))
      var bytes: [UInt8] = []
      while bytes.count < 150_000 { bytes += generatedFile(&random) + [0x0A] }
      try expectSameAsLibCSV(bytes, &random, "long file \(seed)")
    }
  }

  @Test("Published files read as plain libcsv reads them")
  func publishedFiles() throws {
    guard let folder = ProjectFolders.published("") else { return }
    var random = SeededNumbers(seed: 11)
    for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }).sorted() ?? []
    where name.hasSuffix(".csv") {
      let bytes = try [UInt8](Data(contentsOf: URL(filePath: folder + name)))
      guard bytes.count < 600_000 else { continue }
      try expectSameAsLibCSV(bytes, &random, name, sizes: [4096, 1 << 16, 1 << 20])
    }
  }

  private func generatedFile(_ random: inout SeededNumbers) -> [UInt8] {
    let oddness = Int.random(in: 0...3, using: &random)
    let tame = ["a", "bc", "12.5", "SUPP", "a longer value that takes more than thirty-two bytes", "", "", ","]
    let quoted = ["\"x\"", "\"x, y\"", "\"a\"\"b\"", "\"l1\nl2\"", "\"l1\r\nl2\"", "\"c\rr\"", "\"\"", "\"\"\"\""]
    let odd = ["\"", "\"\"", " ", "\t", "x\"y", "\"x\"y", " \"x\" ", "\"x\" \"", "\n", "\r", "\"open", " pad "]
    let ends = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r", "\n\n", "\r\r\n", "\n\r", " \n"]].randomElement(
      using: &random)!
    var text = ""
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      let width = Int.random(in: 1...12, using: &random)
      for field in 0..<width {
        if field > 0 { text += "," }
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<12: text += tame.randomElement(using: &random)!
        case 12..<17 where oddness > 0: text += quoted.randomElement(using: &random)!
        case 17 where oddness == 3: text += odd.randomElement(using: &random)!
        case 18 where oddness == 2 && Int.random(in: 0..<10, using: &random) == 0:
          text += odd.randomElement(using: &random)!
        default: text += "7"
        }
      }
      text += ends.randomElement(using: &random)!
    }
    if Bool.random(using: &random) { text += "last,record" }
    return Array(text.utf8)
  }
}

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Reads the bytes with some columns, parts and chunk sizes and compares records, values, widths and lines.
func expectSameAsLibCSV(
  _ bytes: [UInt8], _ random: inout SeededNumbers, _ name: String, sizes: [Int] = [1, 3, 17, 64, 200, 1 << 16],
  location: SourceLocation = #_sourceLocation
) throws {
  let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let expected = PlainLibCSV(Array(bytes[mark...]))
  let columns = (0..<Int.random(in: 0...6, using: &random)).map { _ in Int.random(in: 0..<14, using: &random) }
  let wanted = expected.rows.dropFirst().map { row in
    ReadRow(
      line: row.line, fieldCount: row.fields.count,
      values: columns.map { $0 < row.fields.count ? row.fields[$0] : [] })
  }
  try withFile(bytes) { path in
    for parts in 1...7 {
      var options = ReadingOptions(chunkSize: sizes.randomElement(using: &random)!)
      options.variant = [BYTE_SCAN_BEST, BYTE_SCAN_SSE2, BYTE_SCAN_PORTABLE].randomElement(using: &random)!
      do throws(CSVError) {
        let read = try CSVFile(path: path, options: options).rows(columns: columns, parts: parts)
        let same = read == wanted
        #expect(same, "\(name), \(parts) parts of \(bytes.count) bytes, \(options)", sourceLocation: location)
        if !same { return }
      } catch {
        let excused = expected.rows.isEmpty && error.kind == .empty || expected.rows.count == 1 && expected.hasOpenQuote
        #expect(excused, "\(name): \(error)", sourceLocation: location)
      }
    }
  }
}
