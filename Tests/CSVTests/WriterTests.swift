import Foundation
import TestSupport
import Testing

@testable import CSV

@Suite("Writing CSV")
struct WriterTests {
  private func written(neutralisesFormulas: Bool = false, _ body: (inout CSVWriter) throws -> Void) throws -> String {
    let folder = try TemporaryFolder()
    var writer = try CSVWriter(path: folder.path + "/out.csv", neutralisesFormulas: neutralisesFormulas)
    try body(&writer)
    try writer.close()
    return try folder.text("out.csv")
  }

  @Test("Only what needs quotes has them, and lines end in LF")
  func quotes() throws {
    let text = try written { writer in
      try writer.write(["plain", "a,b", "say \"hi\"", "two\nlines", "c\rr", " lead", "trail\t", "in side", ""])
    }
    #expect(text == "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"c\rr\",\" lead\",\"trail\t\",in side,\n")
  }

  @Test("Fields can be written one by one")
  func fields() throws {
    let text = try written { writer in
      writer.field("urn")
      writer.field(-100_053)
      writer.emptyField()
      try writer.endRecord()
      writer.emptyField()
      try writer.endRecord()
    }
    #expect(text == "urn,-100053,\n\"\"\n")
  }

  @Test("Texts that a spreadsheet takes for formulas get an apostrophe if asked; numbers never do")
  func formulas() throws {
    let cells = ["=1+1", "+x", "-", "@a", "\tt", "\rr", "-0.5", "+44", "-1-1", "=\"a\"", "a=b", "", "-."]
    let safe = try written(neutralisesFormulas: true) { writer in
      try writer.write(cells)
      writer.field(-3)
      try writer.endRecord()
    }
    #expect(safe == "'=1+1,'+x,'-,'@a,'\tt,\"'\rr\",-0.5,+44,'-1-1,\"'=\"\"a\"\"\",a=b,,'-.\n-3\n")
    #expect(try written { try $0.write(["=1+1", "@a"]) } == "=1+1,@a\n")
  }

  @Test("What the writer writes, the reader reads back, whatever the texts")
  func roundTrip() throws {
    var random = SeededNumbers(seed: 7)
    let pieces = ["a", ",", "\"", "\n", "\r", " ", "\t", "é", "\u{FEFF}", "'", "SUPP", ""]
    for _ in 0..<300 {
      let width = Int.random(in: 1...5, using: &random)
      let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
        }
      }
      let folder = try TemporaryFolder()
      var writer = try CSVWriter(path: folder.path + "/out.csv")
      for row in rows { try writer.write(row) }
      try writer.close()
      let file = try CSVFile(path: folder.path + "/out.csv")
      #expect(try file.header().names == rows[0])
      #expect(try file.texts(columns: Array(0..<width), parts: 2) == rows.dropFirst().map { $0.joined(separator: "|") })
      withExtendedLifetime(folder) {}
    }
  }

  @Test("More than a buffer is written whole")
  func large() throws {
    let text = try written { writer in
      for row in 0..<50_000 { try writer.write(["\(row)", "x"]) }
    }
    #expect(text == (0..<50_000).map { "\($0),x\n" }.joined())
  }

  @Test(
    "A full disk is an error with the file and the reason",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    var writer = try CSVWriter(path: "/dev/full")
    var failure: CSVError?
    do throws(CSVError) {
      for _ in 0..<100_000 { try writer.write(["some", "text"]) }
    } catch {
      failure = error
    }
    #expect(failure?.description == "/dev/full: could not be written: no space left on device")
    var short = try CSVWriter(path: "/dev/full")
    try short.write(["a"])
    do throws(CSVError) {
      try short.close()
      Issue.record("closing must not hide the loss")
    } catch {
      #expect(error.kind == .writeFailed(reason: "no space left on device"))
    }
  }

  @Test("A file that cannot be created is an error with the file and the reason")
  func cannotCreate() throws {
    let folder = try TemporaryFolder()
    do throws(CSVError) {
      var writer = try CSVWriter(path: folder.path + "/none/out.csv")
      try writer.close()
      Issue.record("the folder is not there")
    } catch {
      #expect(error.description == "\(folder.path)/none/out.csv: cannot be created: no such file or directory")
    }
  }
}
