import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest

@Suite struct CellTests {
  private let codes: MissingCodes
  init() throws {
    codes = MissingCodes(["general"], in: try CodeLists(path: ProjectFolders.reference + "/codes.json5"))
  }

  private func read(_ text: String) -> String { read(Array(text.utf8)) }
  private func read(_ bytes: [UInt8]) -> String {
    let cell = Cell(bytes.span, codes: codes)
    switch cell.kind {
    case .value: return "\(cell.millionths)" + (cell.hasPercentSign ? "%" : "")
    case .missing(let reason): return reason.title
    case .unknownCode: return "unknown code"
    case .unreadable: return "unreadable"
    }
  }

  @Test(arguments: [
    ("57", "57000000"), ("57.0", "57000000"), ("57%", "57000000%"), ("57 %", "57000000%"), ("0.57", "570000"),
    ("9.99%", "9990000%"),
    ("£45,884", "45884000000"), ("219,662", "219662000000"), ("1,219,662.5", "1219662500000"), (" 12 ", "12000000"),
    ("-0.21", "-210000"),
    ("+3", "3000000"), ("00057", "57000000"), (".5", "500000"), ("-7.0000000000000007E-2", "-70000"),
    ("9.3699999999999992", "9370000"),
    ("1.2e3", "1200000000"), ("1E+2", "100000000"), ("0.0000005", "1"), ("-0.0000005", "-1"), ("0.0000004999", "0"),
    ("95.69999999999999", "95700000"), ("12345678901234567890", "unreadable"),
  ])
  func `numbers are exact to the millionth, however they are written`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test func `a pound sign and a no-break space of Windows-1252 count as such`() {
    #expect(read([0xa3] + Array("1,000".utf8)) == "1000000000")
    #expect(read([0xa0] + Array("7".utf8) + [0xa0]) == "7000000")
  }

  @Test(arguments: [
    ("SUPP", "suppressed"), ("supp", "suppressed"), (" SUPP ", "suppressed"), ("NE", "no entries"),
    ("NP", "not published"), ("NA", "not available"),
    ("LOWCOV", "low coverage"), ("NEW", "new school"), ("<", "suppressed"), ("?", "no return"),
    ("@", "return not required"), ("&", "rounds to zero"),
    ("#", "low coverage"), ("!", "new school"), (";", "not published"), ("R", "not confirmed"), ("c", "suppressed"),
    ("x", "not available"),
    ("z", "not applicable"), ("low", "rounds to zero"), (":", "not available"), ("NULL", "blank in the source"),
    ("", "blank in the source"),
    (" ", "blank in the source"), ("-", "not available"), ("NSE", "unknown code"), ("12abc", "unreadable"),
    ("1.2.3", "unreadable"), ("1,23", "unreadable"),
    ("£", "unknown code"), ("%", "unknown code"),
  ])
  func `codes keep their reason, and what is neither number nor code is told apart`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("2016", 2016), ("201617", 2017), ("2016/17", 2017), ("2016-17", 2017), ("2016-2017", 2017), ("2016-17 (OT)", 2017),
    ("2019 (Rev)", 2019),
    ("2025 (prov)", 2025), ("2016.0", 2016), ("199900", 2000), ("20130418", 2013), ("05/09/2014", 2015),
    ("2014-08-31", 2014), ("2018-09-01 00:00:00", 2019),
  ])
  func `school years are read in all the ways they are written`(text: String, year: Int) {
    let bytes = Array(text.utf8)
    #expect(YearReading.ending(bytes.span) == year)
  }

  @Test(arguments: ["", "0", "2016/19", "201619", "next year", "16", "2013/14-15/16"])
  func `what is no single school year has none`(text: String) {
    let bytes = Array(text.utf8)
    #expect(YearReading.ending(bytes.span) == nil)
  }

  @Test(arguments: ["202", "202.0", " 202 ", "0202"])
  func `codes written as floats or with blanks are whole numbers`(text: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.span.wholeNumber == 202)
  }
}
