import Foundation
import TestSupport
import Testing

@testable import CSV

@Suite("Files that cannot be read")
struct ErrorTests {
  private func message(_ bytes: [UInt8], recordLimit: Int = 16 << 20, chunkSize: Int = 1 << 20, parts: Int = 1) throws
    -> String
  {
    try withFile(bytes) { path in
      let error = csvError { () throws(CSVError) in
        let file = try CSVFile(path: path, options: ReadingOptions(chunkSize: chunkSize, recordLimit: recordLimit))
        _ = try file.rows(columns: [0], parts: parts)
      }
      return (error?.description ?? "no error").replacing(path, with: "file.csv")
    }
  }

  private func message(_ text: String, recordLimit: Int = 16 << 20, chunkSize: Int = 1 << 20, parts: Int = 1) throws
    -> String
  {
    try message(Array(text.utf8), recordLimit: recordLimit, chunkSize: chunkSize, parts: parts)
  }

  @Test("A file that is not there, and a folder, cannot be opened")
  func cannotOpen() throws {
    let folder = try TemporaryFolder()
    let missing = csvError { () throws(CSVError) in _ = try CSVFile(path: folder.path + "/none.csv") }
    #expect(missing?.description == "\(folder.path)/none.csv: cannot be opened: no such file or directory")
    let directory = csvError { () throws(CSVError) in _ = try CSVFile(path: folder.path) }
    #expect(directory?.description == "\(folder.path): cannot be opened: is not a regular file")
  }

  @Test("A named pipe is refused and not waited for")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe.csv"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    let error = csvError { () throws(CSVError) in _ = try CSVFile(path: path) }
    #expect(error?.kind == .cannotOpen(reason: "is not a regular file"))
  }

  @Test("Other kinds of file are named")
  func otherKinds() throws {
    #expect(try message("%PDF-1.7\n") == "file.csv: is not a CSV file: found a PDF document")
    #expect(try message("PK\u{3}\u{4}rest") == "file.csv: is not a CSV file: found a zip archive or workbook")
    #expect(try message([0xFF, 0xFE, 0x61, 0x00]) == "file.csv: is not a CSV file: found UTF-16 text")
  }

  @Test("A NUL byte is told with its place, wherever it stands", arguments: 1...3)
  func nulByte(parts: Int) throws {
    let bytes = Array(("a,b\n" + String(repeating: "1,2\n", count: 100_000)).utf8)
    #expect(try message(Array(bytes[..<5] + [0])) == "file.csv: is not a CSV file: found a NUL byte at byte 5")
    #expect(
      try message(bytes + [0, 0x0A], parts: parts) == "file.csv: is not a CSV file: found a NUL byte at byte 400004")
  }

  @Test("A file without a record has no header", arguments: ["", "\n\r\n  \n", "\u{FEFF}", "\u{FEFF}\n"])
  func empty(text: String) throws {
    #expect(try message(text) == "file.csv: has no header line: the file is empty")
  }

  @Test("A header that opens a quote and never closes it names the line")
  func unclosedHeader() throws {
    #expect(try message("\na,\"b\nc,d\n") == "file.csv:2: quote opened on line 2 is never closed")
  }

  @Test("A file of one line ends at the record limit")
  func oneLine() throws {
    let bytes = [UInt8](repeating: 0x61, count: 300_000)
    #expect(
      try message(bytes, recordLimit: 65_536, chunkSize: 4096)
        == "file.csv:1: record is longer than 65536 bytes; expected line ends between records at byte 0")
  }

  @Test("A record too long is told with its line and byte, whatever the parts", arguments: 1...4)
  func longRecord(parts: Int) throws {
    let long = String(repeating: "x,", count: 5000)
    let text =
      "a,b\n" + String(repeating: "1,\"2\n3\"\n", count: 1000) + long + "\n" + String(repeating: "1,2\n", count: 5000)
    #expect(
      try message(text, recordLimit: 4096, chunkSize: 256, parts: parts)
        == "file.csv:2002: record is longer than 4096 bytes; expected line ends between records at byte 8004")
    #expect(try message(text, recordLimit: 10_001, chunkSize: 256, parts: parts) == "no error")
  }

  @Test("A quote that swallows more than a record may take is told at its opening line", arguments: 1...4)
  func unclosedBeyondLimit(parts: Int) throws {
    let text = "a,b\n1,2\n3,\"open\n" + String(repeating: "4,5\n", count: 5000)
    #expect(
      try message(text, recordLimit: 4096, chunkSize: 256, parts: parts)
        == "file.csv:3: quote opened on line 3 is never closed")
  }

  @Test("A file that changes between opening and reading is an error")
  func changedFile() throws {
    try withFile("a,b\n1,2\n") { path in
      let file = try CSVFile(path: path)
      try Data("a,b\n".utf8).write(to: URL(filePath: path))
      let error = csvError { () throws(CSVError) in _ = try file.header() }
      #expect(error?.description == "\(path): could not be read: the file changed while it was read")
    }
  }
}
