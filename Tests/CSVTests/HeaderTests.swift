import Testing

@testable import CSV

@Suite("The header of a file")
struct HeaderTests {
  @Test("Names are decoded and kept as written, empty and repeated ones too")
  func names() throws {
    let header = try withFile("\u{FEFF}\"URN\", TNotFSM6CLA1A ,,SNP,SNP,\"two\nlines\"\r\n1\n") {
      try CSVFile(path: $0).header()
    }
    #expect(header.names == ["URN", "TNotFSM6CLA1A", "", "SNP", "SNP", "two\nlines"])
    #expect(header.hasByteOrderMark)
    #expect(header.encoding == .utf8)
    #expect(header.firstRecordLine == 3)
    #expect(header.firstRecordOffset == 3 + 44)
  }

  @Test("Blank lines before the header are passed over and counted")
  func blankLines() throws {
    let header = try withFile("\r\n  \r\na,b\r\n1,2\r\n") { try CSVFile(path: $0).header() }
    #expect(header.names == ["a", "b"])
    #expect(header.firstRecordLine == 4)
    #expect(!header.hasByteOrderMark)
  }

  @Test("One byte that is not UTF-8 near the beginning makes a file Windows-1252")
  func windows1252() throws {
    let header = try withFile([0x63, 0xE9, 0x0A, 0x31, 0x0A]) { try CSVFile(path: $0).header() }
    #expect(header.encoding == .windows1252)
    #expect(header.names == ["cé"])
  }

  @Test("A character cut in two where the beginning ends does not make a file Windows-1252", arguments: 0..<5)
  func cutCharacter(shift: Int) throws {
    let text = String(repeating: "x", count: (1 << 18) - 4 - shift) + ",€€€\n1,2\n"
    let header = try withFile(text) { try CSVFile(path: $0).header() }
    #expect(header.encoding == .utf8)
    #expect(header.names[1] == "€€€")
  }

  @Test("A Windows-1252 name far behind an ASCII beginning is decoded all the same, and is no problem")
  func lateWindows1252() throws {
    let bytes = Array(("name\n" + String(repeating: "plain\n", count: 60_000)).utf8) + [0x63, 0x61, 0x66, 0xE9, 0x0A]
    try withFile(bytes) { path in
      let file = try CSVFile(path: path)
      #expect(try file.header().encoding == .utf8)
      #expect(try file.texts(columns: [0], parts: 2).last == "café")
      #expect(try file.problems(columns: [0], parts: 2).isEmpty)
    }
  }
}
