import Foundation
import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest

@Suite("A number outside its range is a finding and ends no run") struct NumberRangeTests {
  private static let urn = "is not a URN from 1 to 999999"
  private static let code = "is not the code of a local authority from 1 to 999"

  /// A file, and what the finding about its one impossible cell says.
  private static let cells: [(file: String, text: String, finding: String)] = [
    ("schools.csv", "urn,la_code,school_name,phase,school_type\n7700900123,901,A,primary,Community school\n", urn),
    ("schools.csv", "urn,la_code,school_name,phase,school_type\n-1,901,A,primary,Community school\n", urn),
    (
      "schools.csv",
      "urn,la_code,school_name,phase,school_type\n99999999999999999999,901,A,primary,Community school\n", urn
    ),
    ("schools.csv", "urn,la_code,school_name,phase,school_type\n100009,99999999,A,primary,Community school\n", code),
    ("local_authorities.csv", Lists.authorities + "2147483648,X,E1,E12000001,North East,,\n", code),
    ("local_authorities.csv", Lists.authorities + "-1,X,E1,E12000001,North East,,\n", code),
    (
      "neighbours.csv",
      "la_code,model,neighbour_1,neighbour_2,neighbour_3,neighbour_4,neighbour_5,neighbour_6,neighbour_7,neighbour_8,neighbour_9,neighbour_10\n901,x,902,-1,,,,,,,,\n",
      code
    ),
    (
      "neighbours.csv",
      "la_code,model,neighbour_1,neighbour_2,neighbour_3,neighbour_4,neighbour_5,neighbour_6,neighbour_7,neighbour_8,neighbour_9,neighbour_10\n4294967297,x,901,902,,,,,,,,\n",
      code
    ),
    (
      "names.csv", "AcademicYear,LA,LAEstab,SchoolName,URN\n2009,,2013614001,Foo,100001\n",
      "is not an authority and establishment number from 10001 to 9999999"
    ),
    ("links.csv", "urn,successor_urn,effective\n100001,98765432109,2009-09-01\n", urn),
    ("inspections.csv", "urn,inspected_on,overall\n100001,222007-01-19,1\n", "is not a school year such as 2009"),
    ("ks2.csv", Lists.ks2Header + "222007,100001,all,30,1,1,1,1,1,1,1,1,1\n", "is not a school year"),
    ("ks2.csv", Lists.ks2Header + "2009,5000000000,all,30,1,1,1,1,1,1,1,1,1\n", urn),
    (
      "ks2.csv", Lists.ks2Header + "2009,100001,all,3000000000,1,1,1,1,1,1,1,1,1\n",
      "is not a whole number from 0 to 100000"
    ),
    (
      "ks2.csv", Lists.ks2Header + "2009,100001,all,200000,1,1,1,1,1,1,1,1,1\n",
      "is not a whole number from 0 to 100000"
    ),
    (
      "attendance.csv",
      "year,urn,period,enrolments,possible_sessions,authorised_absence,unauthorised_absence\n2010,100001,five_half_terms,103,31374,1500,2147483647\n",
      "is not a whole number from 0 to 100000000"
    ),
    (
      "va.csv",
      "year,urn,measure,score,ci_lower,ci_upper,coverage,pupils\n2009,100001,cva_ks1_ks2,90000000000,99,101,95,30\n",
      "is not a number from -10000000 to 10000000"
    ),
    (
      "published.csv",
      "year,geographic_level,code,measure,group,value\n2009,Local authority,901,ks4_5ac_em,sen,-1e17\n",
      "is not a number"
    ),
    (
      "published.csv",
      "year,geographic_level,code,measure,group,value\n2009,Local authority,-901,ks4_5ac_em,sen,1\n", code
    ),
  ]

  @Test(arguments: cells.indices) func `the cell is named with its file, line, column and range`(index: Int) throws {
    let cell = Self.cells[index]
    let fixture = try Fixture(Lists.with([cell.file: cell.text]))
    let found = try fixture.read().findings.filter { $0.rule == "unreadable-value" }
    let finding = try #require(found.first, "\(cell.text)")
    #expect(found.count == 1)
    #expect(finding.message.contains(cell.finding), "\(finding.message)")
    #expect(finding.file.hasSuffix("/" + cell.file))
    #expect(finding.line == cell.text.split(separator: "\n").count)
    #expect(!finding.column.isEmpty && !finding.value.isEmpty)
  }

  @Test func `nought is no number and no finding`() throws {
    let fixture = try Fixture(
      Lists.with(["names.csv": "AcademicYear,LA,LAEstab,SchoolName,URN\n2009,0,9012001,Foo,0\n"]))
    #expect(try fixture.messages("unreadable-value") == [])
  }

  @Test func `an authority's total may be larger than a school's figure`() throws {
    let fixture = try Fixture(
      Lists.with([
        "published.csv":
          "year,geographic_level,code,measure,group,numerator,denominator,value\n2009,National,,absence,all,2000000000,30000000000,6.7\n"
      ]))
    #expect(try fixture.messages("unreadable-value") == [])
    #expect(try fixture.read().data.published.first?.numerator.count == 2_000_000_000)
  }

  @Test(arguments: [
    (#"{ column: ["year"], offset: 9223372036854775807 }"#, "from", "'years.offset' is 9223372036854775807"),
    (#"{ fixed: 222007 }"#, "from", "'years.fixed' is 222007, which is no year"),
    (#"{ column: ["year"] }"#, #"from: [], was"#, "it names no column"),
    (#"{ column: ["year"] }"#, #"decimals: 400, from"#, "'decimals' of measure 'ks2_eligible'"),
    (#"{ column: ["year"] }"#, #"yearOffset: -99999, from"#, "'yearOffset' of measure 'ks2_eligible'"),
    (#"{ column: ["year"] }"#, #"words: { x: 9223372036854775807 }, from"#, "the word 'x' of measure 'ks2_eligible'"),
  ])
  func `a layout with a number that cannot be is named`(years: String, from: String, reason: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "x.json5",
      """
      { id: "x", title: "X", role: "results", recognise: { required: ["a"] }, years: \(years), keys: { urn: ["urn"] },
        tables: [{ name: "ks2_results", columns: [{ measure: "ks2_eligible", \(from): "a" }] }] }
      """)
    let standard = try OpenDataStandard(referenceFolder: ProjectFolders.reference)
    let error = #expect(throws: IngestError.self) {
      try LayoutLibrary(folder: folder.path, standard: standard, jobs: 1)
    }
    #expect("\(error!)".contains(reason), "\(error!)")
  }
}
