import Testing

@testable import CSV

@Suite("Oddities that are read all the same")
struct ProblemTests {
  @Test("A quote never closed is told at its opening line, with the lines it swallowed", arguments: 1...4)
  func unclosedQuote(parts: Int) throws {
    try withFile("a,b\n1,2\n3,\"x\ny\"\n5,\"six\n7,8\n9,10\n") { path in
      let problems = try CSVFile(path: path).problems(columns: [0], parts: parts)
      #expect(problems == [CSVProblem(.unclosedQuote(swallowedLines: 2), line: 5)])
    }
  }

  @Test("The opening line is that of the field, not of the record")
  func unclosedLaterField() throws {
    try withFile("a,b,c\n\"1\n2\",3,\"open\n4,5,6") { path in
      let problems = try CSVFile(path: path).problems(columns: [])
      #expect(problems == [CSVProblem(.unclosedQuote(swallowedLines: 1), line: 3)])
    }
  }

  @Test("A missing closing quote that a later quote makes up for is told at its opening line", arguments: 1...4)
  func strayQuote(parts: Int) throws {
    try withFile("a,b,c\n0,0,0\n1,\"two,3\n4,\"five\",6\n7,8,9\n") { path in
      let problems = try CSVFile(path: path).problems(columns: [2], parts: parts)
      #expect(problems == [CSVProblem(.strayQuote(swallowedLines: 1), line: 3)])
    }
  }

  @Test("The opening line is that of the field with the odd quote, not of a sound one before it")
  func strayQuoteBehindSoundLines() throws {
    try withFile("a,b,c\n\"1\n2\",\"two,3\r\n4\r5,\"five\",\"6\n7\"\n8,9,10\n") { path in
      let file = try CSVFile(path: path)
      #expect(try file.problems(columns: [2]) == [CSVProblem(.strayQuote(swallowedLines: 2), line: 3)])
      #expect(try file.texts(columns: [0, 1, 2]) == ["1\n2|two,3\r\n4\r5,\"five|6\n7", "8|9|10"])
    }
  }

  @Test("A quote inside an unquoted field is told and swallows nothing")
  func quoteInField() throws {
    try withFile("a,b\n5\" nails,1\nx,\"y\" \n") { path in
      let problems = try CSVFile(path: path).problems(columns: [0])
      #expect(problems == [CSVProblem(.strayQuote(swallowedLines: 0), line: 2)])
    }
  }

  @Test("Blanks between quotes and commas are no problem")
  func blanksRoundQuotes() throws {
    try withFile("a,b\n \"x\" , \"y\"\n") { path in
      let file = try CSVFile(path: path)
      #expect(try file.problems(columns: [0]).isEmpty)
      #expect(try file.texts(columns: [0, 1]) == ["x|y"])
    }
  }

  @Test("Bytes that Windows-1252 leaves undefined are told with line and wanted column, and read as U+FFFD")
  func undefinedWindows1252() throws {
    let bytes = Array("a,b\n1,".utf8) + [0xE9, 0x0A] + Array("2,x".utf8) + [0x81, 0x0A] + Array("3,y\n".utf8)
    try withFile(bytes) { path in
      let file = try CSVFile(path: path)
      #expect(try file.problems(columns: [1, 0]) == [CSVProblem(.undecodableBytes(column: 0), line: 3)])
      #expect(try file.texts(columns: [1]) == ["é", "x\u{FFFD}", "y"])
      #expect(try file.problems(columns: [0]).isEmpty, "a column that is not wanted is not looked at")
    }
  }

  @Test("Bytes that are not UTF-8 in a file that says it is are told")
  func brokenUTF8() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("a\nx\n".utf8) + [0xE9, 0x0A]
    try withFile(bytes) { path in
      let file = try CSVFile(path: path)
      #expect(try file.problems(columns: [0]) == [CSVProblem(.undecodableBytes(column: 0), line: 3)])
      #expect(try file.texts(columns: [0]) == ["x", "é"])
    }
  }
}
