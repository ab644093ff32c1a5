import Testing

@testable import CSV

/// A small file of our own for each quirk that published files have.
struct Fixture: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  /// The columns 0, 1 and 2 of each record, `|` between them.
  let rows: [String]
  /// The line of each record.
  let lines: [Int]
  let widths: [Int]

  init(_ name: String, _ text: String, rows: [String], lines: [Int], widths: [Int]? = nil) {
    self.init(name, Array(text.utf8), rows: rows, lines: lines, widths: widths)
  }

  init(_ name: String, _ bytes: [UInt8], rows: [String], lines: [Int], widths: [Int]? = nil) {
    self.name = name
    self.bytes = bytes
    self.rows = rows
    self.lines = lines
    self.widths = widths ?? rows.map { _ in 3 }
  }

  var testDescription: String { name }

  static let all: [Fixture] = [
    Fixture("LF line ends", "a,b,c\n1,2,3\n4,5,6\n", rows: ["1|2|3", "4|5|6"], lines: [2, 3]),
    Fixture("CR LF line ends", "a,b,c\r\n1,2,3\r\n4,5,6\r\n", rows: ["1|2|3", "4|5|6"], lines: [2, 3]),
    Fixture("bare CR line ends", "a,b,c\r1,2,3\r4,5,6\r", rows: ["1|2|3", "4|5|6"], lines: [2, 3]),
    Fixture("mixed line ends", "a,b,c\r\n1,2,3\r4,5,6\n7,8,9", rows: ["1|2|3", "4|5|6", "7|8|9"], lines: [2, 3, 4]),
    Fixture("no final line end", "a,b,c\n1,2,3", rows: ["1|2|3"], lines: [2]),
    Fixture("a byte-order mark", "\u{FEFF}a,b,c\n1,2,3\n", rows: ["1|2|3"], lines: [2]),
    Fixture("a byte-order mark before a quoted name", "\u{FEFF}\"a\",b,c\n1,2,3\n", rows: ["1|2|3"], lines: [2]),
    Fixture("UTF-8", "a,b,c\nÀ Becket,é,£5\n", rows: ["À Becket|é|£5"], lines: [2]),
    Fixture(
      "Windows-1252",
      Array("a,b,c\nSt Thomas ".utf8) + [0xE0] + Array(" Becket,Girls".utf8) + [0x92] + Array(",x\n".utf8),
      rows: ["St Thomas à Becket|Girls’|x"], lines: [2]),
    Fixture("LF in quotes", "a,b,c\n\"1\n2\",3,4\n5,6,7\n", rows: ["1\n2|3|4", "5|6|7"], lines: [2, 4]),
    Fixture("CR LF in quotes", "a,b,c\r\n1,\"2\r\n3\",4\r\n5,6,7\r\n", rows: ["1|2\r\n3|4", "5|6|7"], lines: [2, 4]),
    Fixture("bare CR in quotes", "a,b,c\r\n1,\"2\r3\",4\r\n5,6,7\r\n", rows: ["1|2\r3|4", "5|6|7"], lines: [2, 4]),
    Fixture(
      "a comma and doubled quotes", "a,b,c\n\"x, y\",\"the \"\"new\"\" one\",\"\"\"\"\n",
      rows: ["x, y|the \"new\" one|\""], lines: [2]),
    Fixture(
      "short and long rows", "a,b,c\n1\n1,2\n1,2,3,4,5\n", rows: ["1||", "1|2|", "1|2|3"], lines: [2, 3, 4],
      widths: [1, 2, 5]),
    Fixture("blank lines", "\n \na,b,c\n\n1,2,3\n\t \n\n4,5,6\n\n", rows: ["1|2|3", "4|5|6"], lines: [5, 8]),
    Fixture(
      "a quoted nothing on a line", "a,b,c\n\"\"\n1,2,3\n", rows: ["||", "1|2|3"], lines: [2, 3], widths: [1, 3]),
    Fixture("blanks round fields", "a,b,c\n  1 ,\t2\t, \" 3 \" \n", rows: ["1|2| 3 "], lines: [2]),
    Fixture(
      "a quote inside a field", "a,b,c\n5\" nails,\"x\"y\",3\n4,5,6\n", rows: ["5\" nails|x\"y|3", "4|5|6"],
      lines: [2, 3]),
    Fixture(
      "a missing closing quote made up for later", "a,b,c\n1,\"two,3\n4,\"five\",6\n7,8,9\n",
      rows: ["1|two,3\n4,\"five|6", "7|8|9"], lines: [2, 4]),
    Fixture(
      "a quote never closed", "a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n", rows: ["1|2|3", "4|5,6\n7,8,9\n|"], lines: [2, 3],
      widths: [3, 2]),
    Fixture(
      "Unicode line separators", "a,b,c\n1\u{2028}x,2\u{85}y,3\u{0B}z\u{0C}\n",
      rows: ["1\u{2028}x|2\u{85}y|3\u{0B}z\u{0C}"],
      lines: [2]),
    Fixture("repeated and empty names", ",a,a\n1,2,3\n", rows: ["1|2|3"], lines: [2]),
    Fixture("nothing but a header", "a,b,c\n", rows: [], lines: []),
    Fixture("a header without a line end", "a,b,c", rows: [], lines: []),
  ]
}

@Suite("Quirks of published files")
struct FixtureTests {
  @Test("A quirk is read as it should be, in any number of parts", arguments: Fixture.all)
  func quirk(_ fixture: Fixture) throws {
    try withFile(fixture.bytes) { path in
      let file = try CSVFile(path: path)
      for parts in 1...5 {
        #expect(try file.texts(columns: [0, 1, 2], parts: parts) == fixture.rows)
        let rows = try file.rows(columns: [0], parts: parts)
        #expect(rows.map(\.line) == fixture.lines)
        #expect(rows.map(\.fieldCount) == fixture.widths)
      }
    }
  }

  @Test("A quirk is read as plain libcsv reads it", arguments: Fixture.all)
  func quirkAsLibCSV(_ fixture: Fixture) throws {
    var random = SeededNumbers(seed: 1)
    for round in 0..<10 { try expectSameAsLibCSV(fixture.bytes, &random, "\(fixture.name), round \(round)") }
  }

  @Test("Columns come in the order asked for, twice if asked twice, empty where there is none")
  func columnOrder() throws {
    try withFile("a,b,c\n1,2,3\n4,5,6\n") { path in
      let file = try CSVFile(path: path)
      #expect(try file.texts(columns: [2, 0, 2, 9]) == ["3|1|3|", "6|4|6|"])
      #expect(try file.texts(columns: []) == ["", ""])
    }
  }
}
