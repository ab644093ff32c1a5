import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest

/// Checks of published figures of areas, and of rows that files contradict each other about.
@Suite struct PublishedCheckTests {
  private let ks4 =
    "RECTYPE,LEA,ESTAB,URN,SCHNAME,NFTYPE,TPUP,ATT8SCR,P8MEA,P8CILOW,P8CIUPP,PTL2BASICS_94,PTL2BASICS_95\n"
  private let long = "year,geographic_level,code,measure,group,basis,numerator,denominator,value\n"

  @Test func `percentages of areas outside 0 to 100 are named with line and column`() throws {
    let rows = "4,901,,,,,1571,48.5,0.09,0.03,0.16,571%,-50%\n5,,,,,,600,144.5,,,,59.5%,39.8%\n"
    let fixture = try Fixture(["local_authorities.csv": Lists.authorities, "2018-2019_901.csv": ks4 + rows])
    let findings = try fixture.read().findings.filter { $0.rule == "percentage-out-of-range" }
    #expect(findings.map(\.message) == ["571% is not between 0 and 100", "-50% is not between 0 and 100"])
    #expect(findings.map(\.column) == ["PTL2BASICS_94", "PTL2BASICS_95"] && findings.allSatisfy { $0.line == 2 })
  }

  @Test func `published parts above their wholes and percentages of a long file are named`() throws {
    let rows =
      "2009,National,E92000001,ks2_l4_em,all,maintained,31,30,103.3\n2009,National,E92000001,ks2_eligible,all,maintained,,,600000\n"
    let fixture = try Fixture(Lists.with(["p.csv": long + rows]))
    #expect(
      try fixture.messages() == [
        "p.csv:2: error: [numerator-above-denominator] 31 is above 30, the number of 'denominator'",
        "p.csv:2: warning: [percentage-out-of-range] 103.3% is not between 0 and 100",
      ])
  }

  @Test func `exclusions count events, of which there may be more than pupils`() throws {
    let rows = "2009,National,E92000001,fixed_exclusions,all,maintained,313,143,218.9\n"
    #expect(try Fixture(Lists.with(["p.csv": long + rows])).messages().isEmpty)
  }

  @Test func `two files that contradict each other give one finding with counts and the first row's values`() throws {
    func file(_ first: Int, _ second: Int) -> String {
      Lists.ks2Header + "2009,100001,all,\(first),,,,,,,,,\n2009,100002,all,\(second),,,,,,,,,\n"
    }
    let fixture = try Fixture(Lists.with(["a.csv": file(30, 31), "b.csv": file(29, 32)]))
    let findings = try fixture.read().findings.filter { $0.rule == "duplicate-key" }
    #expect(findings.map(\.line) == [2] && findings.allSatisfy { $0.column == "eligible" && $0.severity == .error })
    #expect(
      findings.first?.message
        == "2 rows of 'ks2_results' also stand in '\(fixture.folder.path)/a.csv': 0 the same, 2 different; first 'eligible' of 100001 2009 all, 29 here and 30 on line 2 there; nothing says which is right, keep one file"
    )
  }

  @Test func `each published figure that contradicts another is named with both values and lines`() throws {
    let rows =
      "2009,LA,901,ks2_l4_em,all,maintained,15,30,50\n2009,LA,901,ks2_l4_em,all,maintained,18,30,60\n2009,LA,901,ks2_l4_em,all,maintained,21,30,70\n"
    let fixture = try Fixture(Lists.with(["p.csv": long + rows]))
    let findings = try fixture.read().findings.filter { $0.rule == "duplicate-key" }
    #expect(findings.map(\.line) == [3, 4] && findings.allSatisfy { $0.column == "value" })
    #expect(
      findings.first?.message
        == "ks2_l4_em of all in 901, 2009, is 60 here and 50 on line 2 of '\(fixture.folder.path)/p.csv'; keep one")
  }
}
