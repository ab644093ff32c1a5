import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest

/// Files of one row a pupil become the count tables that published files give.
@Suite struct PupilFileTests {
  private let header =
    "year,urn,la_code,responsible_la_code,pupil,sex,fsm,sen,cic,ks1_reading,ks1_writing,ks1_maths,ks2_english,ks2_maths,ta_english\n"

  /// The numbers of the one `ks2_results` row of a group.
  private func counts(_ data: SchoolData, _ group: PupilGroup, _ measures: [String]) throws -> [Int?] {
    let table = try #require(data.tables("ks2_results").first)
    let row = try #require(table.groups.firstIndex(of: group))
    return measures.map { table.figure(Measure($0), row).count }
  }

  @Test func `levels of key stage 2 are counted for each group, and progress is by the matrix`() throws {
    // Rulebook §13, 3: mean 15 is 2B, so that 4 is needed; reading alone 1, so 3; 19 is 3, so 5.
    let rows = """
      2009,100001,901,,k1,M,1,N,0,2A,2C,2B,4,3,
      2009,100001,901,,k2,F,0,A,0,A,1,1,3,B,
      2009,100001,901,,k3,F,,N,0,3,2A,3,4,5,
      2009,100001,901,,k4,M,0,P,0,,,A,A,D,
      2009,100001,901,,k5,M,0,N,0,W,W,W,B,4,2

      """
    let data = try Fixture(Lists.with(["p.csv": header + rows])).read().data
    let measures = [
      "ks2_eligible", "ks2_l4_english", "ks2_l4_maths", "ks2_l4_em", "ks2_below_l3_english", "ks2_below_l3_maths",
      "ks2_2lp_english", "ks2_2lp_english_matched", "ks2_2lp_maths", "ks2_2lp_maths_matched",
    ]
    #expect(try counts(data, .all, measures) == [5, 2, 2, 1, 1, 1, 3, 4, 2, 4])
    #expect(try counts(data, .girls, measures) == [2, 1, 1, 1, 0, 1, 1, 2, 1, 2])
    // Eligibility that is not known is in neither group.
    #expect(try counts(data, .fsm, ["ks2_eligible"]) == [1])
    #expect(try counts(data, .notFSM, ["ks2_eligible"]) == [3])
    #expect(try counts(data, .sen, ["ks2_eligible", "ks2_l4_em"]) == [2, 0])
  }

  @Test func `grades of key stage 4 are counted, and progress is by the matrix`() throws {
    // Rulebook §13, 4.
    let text = """
      year,urn,pupil,ks2_english,ks2_maths,english_grade,maths_grade,five_ac,five_ac_em,any_pass
      2009,100003,a,3,4,D,D,0,0,1
      2009,100003,b,5,,C,C,1,1,1
      2009,100003,c,,,B,U,0,0,0

      """
    let data = try Fixture(Lists.with(["p.csv": text])).read().data
    let table = try #require(data.tables("ks4_results").first)
    let found = table.columns.map { ($0.measure.id, $0.figures[0].count) }
    let expected: [(String, Int?)] = [
      ("ks4_pupils", 3), ("ks4_5ac_em", 1), ("ks4_5ac_any", 1), ("ks4_ac_em", 1), ("ks4_no_passes", 1),
      ("ks4_3lp_english", 2), ("ks4_3lp_english_matched", 3), ("ks4_3lp_maths", 0), ("ks4_3lp_maths_matched", 2),
    ]
    #expect(found.map(\.0) == expected.map(\.0) && found.map(\.1) == expected.map(\.1))
  }

  @Test func `children are at the threshold with 78 points and 6 in seven scales`() throws {
    // Rulebook §13, 2: 78 with 6 in each: yes; 110 with one at 5: no; 77: no. A child not assessed is out.
    let text = """
      year,la_code,pupil,psed_1,psed_2,psed_3,cll_1,cll_2,cll_3,cll_4,psrn_1,psrn_2,psrn_3,kuw,pd,cd
      2009,901,a,6,6,6,6,6,6,6,6,6,6,6,6,6
      2009,901,b,9,9,9,9,9,5,9,9,9,9,9,9,6
      2009,901,c,6,6,6,6,6,6,6,6,6,6,6,6,5
      2009,901,d,N,6,6,6,6,6,6,6,6,6,6,6,6
      2009,901,e,6,6,6,6,6,6,6,6,6,6,6,6,10

      """
    let fixture = try Fixture(Lists.with(["p.csv": text]))
    let data = try fixture.read().data
    let results = try #require(data.tables("eyfsp_results").first)
    #expect(results.level == .localAuthority && results.count == 1)
    #expect(results.figure("ey_assessed", 0).count == 3 && results.figure("ey_threshold", 0).count == 1)
    let totals = try #require(data.tables("eyfsp_totals").first)
    #expect((0..<totals.count).map { totals.figure("ey_total_points", $0).count } == [78, 110, 77])
    #expect(
      try fixture.messages("pupil-row") == [
        "p.csv:6: warning: [pupil-row] a scale of the profile is missing or not from 0 to 9"
      ])
  }

  @Test func `names of the national pupil database are the same columns`() throws {
    let text = """
      URN,LA,KS2_ENGLEV_09,KS2_MATLEV_09,KS1_READ,KS1_WRIT,KS1_MATHS,CEN_FSMeligible_09,CEN_SENprovision_09
      100001,901,4,4,2B,2B,2B,1,N
      100001,901,3,4,2B,2B,3,0,S

      """
    let data = try Fixture(Lists.with(["npd.csv": text])).read().data
    let measures = ["ks2_eligible", "ks2_l4_em", "ks2_2lp_english", "ks2_2lp_english_matched", "ks2_2lp_maths"]
    #expect(try counts(data, .all, measures) == [2, 1, 1, 2, 1])
    #expect(data.tables("ks2_results").first?.years.first == 2009)
  }

  @Test func `counts that were supplied stand before those of pupils, and the two are compared`() throws {
    let pupils = header + "2009,100001,901,,k1,M,1,N,0,2A,2C,2B,4,4,\n2009,100002,901,,k2,M,1,N,0,2A,2C,2B,4,4,\n"
    let fixture = try Fixture(
      Lists.with(["a.csv": pupils, "z.csv": Lists.ks2Header + "2009,100001,all,2,1,1,1,0,0,1,1,1,1\n"]))
    let data = try fixture.read().data
    let rows = data.tables("ks2_results").flatMap { table in
      (0..<table.count).filter { table.groups[$0] == .all }.map {
        (table.places[$0], table.figure("ks2_eligible", $0).count)
      }
    }
    #expect(rows.map(\.1).sorted { ($0 ?? 0) < ($1 ?? 0) } == [1, 2])
    #expect(
      try fixture.messages("duplicate-key").first?.contains("was supplied as counts, this is counted from pupils")
        == true)
  }

  @Test(arguments: [1, 2]) func `a pupil given twice counts once, and one in two schools in neither`(jobs: Int) throws {
    var text = header
    for pupil in 0..<40_000 { text += "2009,100001,901,,p\(pupil),M,1,N,0,2A,2C,2B,4,4,\n" }
    text += "2009,100001,901,,p7,M,1,N,0,2A,2C,2B,4,4,\n2009,100001,901,,p8,M,1,N,0,2A,2C,2B,3,4,\n"
    text += "2009,100002,901,,p9,M,1,N,0,2A,2C,2B,4,4,\n2008,100001,901,,p10,M,1,N,0,2A,2C,2B,4,4,\n"
    let fixture = try Fixture(Lists.with(["p.csv": text]))
    let (data, findings) = try fixture.read(jobs: jobs)
    let table = try #require(data.tables("ks2_results").first)
    let all = (0..<table.count).filter { table.groups[$0] == .all }.map { table.figure("ks2_eligible", $0).count }
    #expect(all == [39_999, 1])
    #expect(findings.filter { $0.rule == "pupil-twice" }.map(\.line) == [40_002, 40_003])
    #expect(findings.filter { $0.rule == "pupil-in-two-schools" }.map(\.line) == [11, 40_004])
  }

  /// Every key, name and odd cell carries a mark, which no finding may repeat.
  @Test func `no finding repeats what a row of pupils holds`() throws {
    let text = """
      year,urn,la_code,pupil,Surname,UPN,Date of birth,sex,fsm,sen,ks1_reading,ks1_writing,ks1_maths,ks2_english,ks2_maths
      2009,100001,901,MARKkey1,MARKname,MARKupn,MARKdob,MARKsex,MARKfsm,MARKsen,MARK1,MARK2,MARK3,4,4
      2009,100001,901,MARKkey1,MARKname,MARKupn,MARKdob,M,1,N,2B,2B,2B,4,4
      2009,100002,901,MARKkey2,MARKname,MARKupn,MARKdob,M,1,N,2B,2B,2B,MARK4,4
      MARKyear,100002,901,MARKkey3,MARKname,MARKupn,MARKdob,M,1,N,2B,2B,2B,4,4
      2009,MARKurn,MARKla,MARKkey4,MARKname,MARKupn,MARKdob,M,1,N,2B,2B,2B,4,4
      2009,100002,901,"MARKkey"5,MARKname

      """
    let findings = try Fixture(Lists.with(["p.csv": text])).read().findings
    #expect(Set(findings.map(\.rule)).isSuperset(of: ["personal-column", "pupil-row", "pupil-twice"]))
    for finding in findings { #expect(!"\(finding)\(finding.value)\(finding.action)".contains("MARK"), "\(finding)") }
  }
}
