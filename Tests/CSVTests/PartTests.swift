import Testing

@testable import CSV

@Suite("Reading in parts")
struct PartTests {
  @Test("Parts come in file order, and their lines and records add up to those of the file", arguments: 1...9)
  func sums(parts: Int) throws {
    let text = "n,t\n" + (10_000..<15_000).map { "\($0),\"a\r\nb\"\r\n" }.joined()
    try withFile(text) { path in
      let read = try CSVFile(path: path).read(columns: [0], parts: parts, makeState: { _ in [Int]() }) {
        numbers, record in
        numbers.append(Int(record.text(0)) ?? -1)
      }
      #expect(read.count == parts)
      #expect(read.flatMap(\.state) == Array(10_000..<15_000))
      #expect(read.map(\.records).reduce(0, +) == 5000)
      var line = 2
      for part in read {
        #expect(part.firstLine == line)
        #expect(part.records == part.state.count)
        line += part.lines
      }
      #expect(line == 10_002)
      #expect(read.allSatisfy { abs($0.records - 5000 / parts) <= 2 }, "each part has its share")
    }
  }

  @Test("The state of a part is made with its number")
  func stateNumbers() throws {
    try withFile("n\n1\n2\n3\n") { path in
      let read = try CSVFile(path: path).read(columns: [], parts: 3, makeState: { $0 }) { _, _ in }
      #expect(read.map(\.state) == [0, 1, 2])
    }
  }

  @Test("A quoted text that looks like records fools no part", arguments: 2...7)
  func quotedRecords(parts: Int) throws {
    // No quote for longer than a part looks round its cut.
    let trap = "\"" + String(repeating: "1,2\n", count: 50_000) + "\""
    let text = "a,b\n1,\(trap)\n3,4\n\(trap),5\n6,7\n"
    try withFile(text) { path in
      let rows = try CSVFile(path: path).rows(columns: [0, 1], parts: parts)
      #expect(rows.map(\.line) == [2, 50_003, 50_004, 100_005])
      #expect(rows.map { $0.values.map(\.count) } == [[1, 200_000], [1, 1], [200_000, 1], [1, 1]])
    }
  }

  @Test("A value longer than a chunk, a batch and the scanner's room is read whole")
  func longValues() throws {
    let long = String(repeating: "long ", count: 40_000)
    let text = "a,b,c\n1,\(long)x,3\n4,\"\(long)\",6\n"
    try withFile(text) { path in
      let file = try CSVFile(path: path, options: ReadingOptions(chunkSize: 1000))
      #expect(try file.texts(columns: [0, 1, 2], parts: 2) == ["1|\(long)x|3", "4|\(long)|6"])
    }
  }
}
