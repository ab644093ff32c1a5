import CSV
import SchoolStatistics
import TestSupport
import Testing

@testable import Report

@Suite struct CSVBytesTests {
  private func row(_ make: (inout CSVBytes) -> Void) -> String {
    String(decoding: CSVBytes.fields(make), as: UTF8.self)
  }

  @Test func `text with commas, quotes, line ends or outer blanks is quoted`() {
    #expect(
      row {
        $0.text("plain")
        $0.text("a,b")
        $0.text("say \"so\"")
        $0.text("two\nlines")
        $0.text(" blank ")
        $0.text("")
      } == "plain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\" blank \",")
  }

  @Test(arguments: ["=SUM(A1)", "+A1", "-A1", "@x", "\tx"])
  func `text that a spreadsheet would take for a formula is neutralised`(text: String) {
    #expect(row { $0.text(text) }.replacing("\"", with: "") == "'" + text)
  }

  @Test func `numbers are numbers, with a hyphen for minus and all their decimals`() {
    #expect(
      row {
        $0.integer(0)
        $0.integer(-12)
        $0.decimal(Rational(-1, 20), decimals: 1)
        $0.decimal(Rational(5, 100), decimals: 2)
        $0.decimal(Rational(713, 10), decimals: 1)
        $0.decimal(Rational(1, 3), decimals: 0)
        $0.decimal(Double?.some(38.66), decimals: 1)
      } == "0,-12,-0.1,0.05,71.3,0,38.7")
  }

  @Test func `a missing figure is an empty field`() {
    #expect(
      row {
        $0.count(.missing(.suppressed))
        $0.decimal(Figure.missing(.blank), decimals: 1)
        $0.decimal(Double?.none, decimals: 1)
      } == ",,")
  }

  @Test(arguments: [
    "", "plain", "a,b", "say \"so\"", "Saint Anne's & <script>, =SUM(A1)", "=1+1", "é £", " lead", "two\nlines",
  ])
  func `text is written as the project's CSV writer writes it`(text: String) throws {
    let folder = try TemporaryFolder()
    var writer = try CSVWriter(path: folder.path + "/a.csv", neutralisesFormulas: true)
    try writer.write(["x", text, "y"])
    try writer.close()
    let ours = row {
      $0.text("x")
      $0.text(text)
      $0.text("y")
      $0.endRow()
    }
    #expect(try folder.text("a.csv") == ours)
  }
}
