import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest

/// Which of two files with the same figures is used.
@Suite struct VersionTests {
  private func file(_ pupils: Int) -> String {
    "RECTYPE,LEA,ESTAB,URN,TPUP,ATT8SCR,PTL2BASICS_94\n1,901,4001,100001,\(pupils),44.1,60%\n"
  }

  private func pupils(_ files: [String: String]) throws -> (used: [Int?], findings: [Finding]) {
    let (data, findings) = try Fixture(Lists.with(files)).read()
    let used = data.tables("ks4_results").flatMap { table in
      (0..<table.count).map { table.figure("ks4_pupils", $0).count }
    }
    return (used, findings.filter { $0.rule == "duplicate-key" })
  }

  @Test(arguments: [
    ("2018-2019_england_ks4provisional.csv", "2018-2019_england_ks4revised.csv", "is revised, this is provisional"),
    ("2018-2019_england_ks4revised.csv", "2018-2019_england_ks4final.csv", "is final, this is revised"),
    ("archive/2018-2019_ks4.csv", "2018-2019_ks4.csv", "is current, this lies in a folder of old files"),
    ("2018-2019_ks4 (1).csv", "2018-2019_ks4.csv", "is the original, this is a copy by its name"),
    ("2018-2019_ks4 20191017.csv", "2018-2019_ks4 20200206.csv", "is newer by its name"),
    ("2018-2019_ks4_2019-10-17.csv", "2018-2019_ks4_2020-02-06.csv", "is newer by its name"),
  ]) func `the later edition is used whatever the files are called`(_ loser: String, _ winner: String, _ why: String)
    throws
  {
    let (used, findings) = try pupils([loser: file(100), winner: file(104)])
    #expect(used == [104])
    #expect(findings.count == 1)
    #expect(findings.first?.severity == .warning && findings.first?.column == "TPUP" && findings.first?.line == 2)
    #expect(
      findings.first?.message.hasSuffix(
        "0 the same, 1 different; first 'TPUP' of 100001 2019 all, 100 here and 104 on line 2 there; the other \(why)")
        == true)
  }

  @Test func `of two labels of one year the revised one is used, and one finding says so`() throws {
    let rows = (1...3).map { "AVG_Attain8_Score,,2019 (\($0 == 2 ? "Rev" : "prov")),England,4\($0),970.0,NA\n" }
    let fixture = try Fixture(
      Lists.with([
        "lait.csv": "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n" + rows.prefix(2).joined()
      ]))
    let (data, findings) = try fixture.read()
    let figures = data.published.filter { $0.measure == "ks4_attainment_8" }
    #expect(figures.map(\.value.text) == ["42"])
    let found = findings.filter { $0.rule == "duplicate-key" }
    #expect(found.count == 1 && found.first?.severity == .note)
    #expect(
      found.first?.message
        == "2 published figures of areas stand here in two editions; the revised one is used")
  }

  @Test(arguments: [["a.csv": "73", "b.csv": "72.6"], ["a.csv": "72.6", "b.csv": "73"]])
  func `the finer of two figures that agree is used, whichever is read first`(_ values: [String: String]) throws {
    let header = "year,geographic_level,code,measure,group,basis,numerator,denominator,value\n"
    let files = values.mapValues { header + "2019,LA,901,ks4_em_94,all,maintained,,,\($0)\n" }
    let (data, findings) = try Fixture(Lists.with(files)).read()
    #expect(data.published.map(\.value.text) == ["72.6"])
    #expect(findings.filter { $0.rule == "duplicate-key" }.map(\.severity) == [.note])
  }

  @Test func `codes with a point, in spreadsheet quotes and with blanks that cannot be seen are read`() throws {
    let header = "urn,la_code,school_name,phase,school_type,closed\n"
    let rows =
      "100061.0,901.0,A,primary,Community school,31/08/10\n=\"100062\",901,\u{200b}B\u{feff},primary,Community school,\n"
    let (data, findings) = try Fixture(["r.csv": header + rows]).read()
    #expect(
      data.schools.map(\.urn.number) == [100061, 100062] && data.schools.allSatisfy { $0.authority.number == 901 })
    #expect(data.schools.map(\.name) == ["A", "B"])
    #expect(data.schools[0].closed == CalendarDate(year: 2010, month: 8, day: 31))
    #expect(!findings.contains { $0.severity == .error && $0.rule != "unknown-authority" })
  }
}
