import Foundation
import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest

/// Words that decide what becomes of a row.
@Suite struct WordTests {
  private func messages(_ name: String, _ text: String) throws -> [String] {
    try Fixture(Lists.with([name: text])).messages("unknown-word")
  }

  @Test func `a target's measure that does not exist is named once, with its count and first line`() throws {
    let row = "2009,2007,100001,ks2_l4_em,30,24,80,70,80,25,28,0,,0,,,\n"
    let wrong = row.replacing("ks2_l4_em", with: "ks2_l4_emm")
    let fixture = try Fixture(Lists.with(["t.csv": Lists.targetsHeader + row + wrong + wrong]))
    #expect(
      try fixture.messages("unknown-word") == [
        "t.csv:3: warning: [unknown-word] 'ks2_l4_emm' is not a measure; it stands in 2 rows; the measures are in measures.json5"
      ])
    #expect(try fixture.read().data.tables("targets").first?.variants.texts == ["ks2_l4_em", "ks2_l4_emm"])
  }

  @Test func `periods, grades, phases, aspects and ratings that do not exist are named`() throws {
    #expect(
      try messages(
        "a.csv",
        "year,urn,period,enrolments,possible_sessions,authorised_absence,unauthorised_absence,persistent_absentees\n2009,100001,sumer,30,9000,1,1,1\n"
      ).map { $0.prefix(50) } == ["a.csv:2: warning: [unknown-word] 'sumer' is not a "])
    #expect(
      try messages(
        "i.csv", "urn,inspected_on,framework,overall,behaviour,category\n100001,2009-01-02,2005,7,good,\n")
        == ["i.csv:2: warning: [unknown-word] '7' is not a grade; it stands in 1 row; write 1 to 4"])
    #expect(
      try messages(
        "j.csv",
        "la_code,year,phase,aspect,rating,author,reason\n901,2009,primry,3.1,X?,A,B\n901,2009,Primary,1.1,NA,A,B\n"
      ).count == 3)
  }

  @Test func `a category is known however it is written, and another word is named`() throws {
    let rows = ["special_measures", "Special measures", "SM", "none", "", "under review"].enumerated().map {
      "100001,2009-01-0\($0 + 1),2005,4,3,\($1)\n"
    }
    #expect(
      try messages("i.csv", "urn,inspected_on,framework,overall,behaviour,category\n" + rows.joined()) == [
        "i.csv:7: warning: [unknown-word] 'under review' is not an Ofsted category; it stands in 1 row; write 'special_measures', 'notice_to_improve', 'serious_weaknesses', 'none'"
      ])
  }

  @Test func `a target is exceptional or not, and another word is named`() throws {
    let rows = ["yes", "N", "0", "", "perhaps"].map {
      "20\(10 + $0.count),2007,100001,ks2_l4_em,30,24,80,70,80,25,28,0,,\($0),,,\n"
    }
    #expect(
      try messages("t.csv", Lists.targetsHeader + rows.joined()).map { $0.prefix(45) } == [
        "t.csv:6: warning: [unknown-word] 'perhaps' is"
      ])
  }

  @Test func `a row of an unknown level is left out and named as such`() throws {
    let header = "year,geographic_level,code,measure,group,basis,numerator,denominator,value\n"
    let fixture = try Fixture(
      Lists.with(["p.csv": header + "2009,Natonal,E92000001,ks2_l4_em,all,maintained,1,2,50\n"]))
    let (data, findings) = try fixture.read()
    let finding = try #require(findings.first { $0.rule == "unknown-word" })
    #expect(finding.severity == .error && finding.action == "row left out" && finding.column == "geographic_level")
    #expect(!findings.contains { $0.rule == "row-without-rule" } && data.published.isEmpty)
  }

  @Test func `mistakes in a register of schools are named`() throws {
    let rows = """
      100005,30x,2005,Elm,primry,Comunity school,1,1 Foo 2009,
      100006,901,2006,Fir,Primary,community  school,1,01/09/2005,

      """
    let findings = try Fixture([
      "local_authorities.csv": Lists.authorities, "schools.csv": Lists.schools + rows,
    ]).read().findings.filter { $0.rule == "unknown-word" }
    #expect(findings.map(\.column) == ["la_code", "opened", "phase", "school_type"])
    #expect(findings.map(\.value) == ["30x", "1 Foo 2009", "primry", "Comunity school"])
    #expect(findings.allSatisfy { $0.line == 5 })
  }

  @Test func `a school whose authority is in no list is named`() throws {
    let fixture = try Fixture([
      "local_authorities.csv": Lists.authorities,
      "schools.csv": Lists.schools + "100009,999,2009,Oak,primary,Community school,1,,\n",
    ])
    #expect(
      try fixture.messages("unknown-authority") == [
        "schools.csv:5: error: [unknown-authority] authority '999' is in no list of authorities; add it to local_authorities.csv"
      ])
  }

  @Test func `an exemption is claimed by yes or no and by no other word`() throws {
    let row = "2009,2007,100001,ks2_l4_em,30,20,,70,80,25,28,0,,maybe,reason,SIP manager,\n"
    let fixture = try Fixture(Lists.with(["x.csv": Lists.targetsHeader + row]))
    let messages = try fixture.messages("unknown-word")
    #expect(messages.count == 1)
    #expect(messages[0].hasPrefix("x.csv:2: warning: [unknown-word] 'maybe' is not yes or no; it stands in 1 row"))
  }

  @Test func `targets are for all pupils where a file has no groups, and for the group that its column names`() throws {
    let header = Lists.targetsHeader.trimmingCharacters(in: .newlines) + ",group\n"
    let rows =
      "2009,2007,100001,ks2_l4_em,30,20,,70,80,25,28,0,,0,,,,all\n"
      + "2009,2007,100001,ks2_l4_em,10,5,,,,,,,,0,,,,gifted\n2009,2007,100001,ks2_l4_em,10,5,,,,,,,,0,,,,bme\n"
    let read = try Fixture(Lists.with(["x.csv": header + rows])).read()
    #expect(read.data.tables("targets").flatMap(\.groups) == [.all, .gifted, .bme])
    let plain = Lists.targetsHeader + "2009,2007,100001,ks2_l4_em,30,20,,70,80,25,28,0,,0,,,\n"
    #expect(try Fixture(Lists.with(["x.csv": plain])).read().data.tables("targets").flatMap(\.groups) == [.all])
  }

  @Test func `two rows for one target are named with both figures`() throws {
    let rows = [20, 24].map { "2009,2007,100001,ks2_l4_em,30,\($0),,70,80,25,28,0,,0,,,\n" }.joined()
    let messages = try Fixture(Lists.with(["x.csv": Lists.targetsHeader + rows])).messages("duplicate-key")
    #expect(
      messages == [
        "x.csv:3: error: [duplicate-key] lines 2 and 3 give different figures for the same school, year and group, 20 and 24; keep one"
      ])
  }
}
