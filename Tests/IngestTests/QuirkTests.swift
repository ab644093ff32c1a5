import Foundation
import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest

/// What real files do, each in a file of our own making.
@Suite struct QuirkTests {
  private func ks2(_ rows: String) -> String { Lists.ks2Header + rows }

  @Test func `byte-order mark, CRLF, quoted newlines and a missing last line end change nothing`() throws {
    let text =
      "\u{feff}" + Lists.ks2Header.replacingOccurrences(of: "\n", with: "\r\n")
      + "2009,100001,all,30,20,21,19,1,1,20,28,22,28\r\n2009,100002,all,31,20,21,19,1,1,20,28,22,28"
    let fixture = try Fixture(Lists.with(["a.csv": text]))
    let (data, findings) = try fixture.read()
    let table = try #require(data.tables("ks2_results").first)
    #expect(findings.isEmpty)
    #expect(table.count == 2 && table.lines == [2, 3])
    #expect(table.figure("ks2_eligible", 1).count == 31)
    #expect(data.schools[Int(table.places[1])].name == "Birch Primary")
  }

  @Test func `Windows-1252 names are read as such`() throws {
    let fixture = try Fixture(["local_authorities.csv": Lists.authorities])
    var bytes = Array(
      "urn,la_code,estab,school_name,phase,school_type,maintained,opened,closed\n100001,901,2001,St Thomas ".utf8)
    bytes += [0xe0] + Array(" Becket Girls".utf8) + [0x92] + Array(" School,primary,CY,1,,\n".utf8)
    try fixture.folder.write("schools.csv", bytes)
    #expect(try fixture.read().data.schools.first?.name == "St Thomas à Becket Girls’ School")
  }

  @Test func `ragged rows are padded, longer ones cut, and both are noted once a file`() throws {
    let fixture = try Fixture(
      Lists.with(["a.csv": ks2("2009,100001,all,30\n2009,100002,all,31,20,21,19,1,1,20,28,22,28,,\n")]))
    let (data, findings) = try fixture.read()
    let table = try #require(data.tables("ks2_results").first)
    #expect(table.figure("ks2_l4_em", 0) == .missing(.blank))
    #expect(
      findings.map(\.message) == [
        "1 row is shorter than the header of 13 columns; the shortest has 4",
        "1 row is longer than the header of 13 columns; the longest has 15",
      ])
  }

  @Test func `drifting header names are recognised, doubled and empty ones noted`() throws {
    let text =
      "Year,URN ,GROUP,Eligible,eligible,,L4_English,L4_Maths,L4_English_And_Maths,below_l3_english,below_l3_maths,progress_english,progress_english_matched,progress_maths,progress_maths_matched\n"
      + "2009,100001,all,30,99,,20,21,19,1,1,20,28,22,28\n"
    let fixture = try Fixture(Lists.with(["a.csv": text]))
    let (data, findings) = try fixture.read()
    #expect(data.tables("ks2_results").first?.figure("ks2_eligible", 0).count == 30)
    #expect(findings.map(\.rule) == ["empty-header", "duplicate-header"])
    #expect(findings.map(\.message) == ["column 6 has no name", "2 columns are named 'Eligible'; the first is read"])
  }

  private let ks4 =
    "RECTYPE,LEA,ESTAB,URN,SCHNAME,NFTYPE,TPUP,ATT8SCR,P8MEA,P8CILOW,P8CIUPP,PTL2BASICS_94,PTL2BASICS_95\n"

  @Test func `total rows stand anywhere and never among schools; their meaning depends on the stage`() throws {
    let rows =
      "5,,,,,,600,44.5,,,,59.5%,39.8%\n1,901,4001,100003,Cedar,ACC,150,47.5,0.1,-0.1,0.3,57%,30%\n4,901,,,,,1571,48.5,0.09,0.03,0.16,67.4%,46.2%\n7,,,,,,500,46.5,,,,64.4%,43%\n2,901,7001,100009,Dell,CYS,8,10,SUPP,SUPP,SUPP,SUPP,NE\n"
    let fixture = try Fixture(["local_authorities.csv": Lists.authorities, "2018-2019_901.csv": ks4 + rows])
    let (data, _) = try fixture.read()
    let table = try #require(data.tables("ks4_results").first)
    #expect(table.count == 2)
    #expect(table.years == [2019, 2019])
    #expect(table.figure("ks4_em_94", 0).value == Rational(57))
    #expect(table.figure("ks4_em_94", 1) == .missing(.suppressed))
    #expect(table.figure("ks4_em_95", 1) == .missing(.noEntries))
    #expect(data.schools.map(\.kind) == [.secondary, .special])
    let totals = data.published.filter { $0.measure == "ks4_em_94" }
    let places: [Place] = [.national, .localAuthority(LocalAuthorityCode(901)), .national]
    #expect(totals.map(\.place) == places)
    #expect(totals.map(\.basis) == [.all, .maintained, .maintained])
    #expect(totals[1].value == .value(Rational(674, 10)))
    #expect(totals[1].denominator == .count(1571))
    #expect(totals[1].decimals == 1)
  }

  @Test func `percentages are the same with a sign, as a float and as a fraction`() throws {
    let layout = """
      { id: "shares", title: "Shares", role: "results", recognise: { required: ["urn", "share"] }, years: { fixed: 2009 }, keys: { urn: ["urn"] },
        tables: [{ name: "ks4_results", columns: [{ measure: "ks4_5ac_em", from: "share", as: "fraction" }] }] }
      """
    let reference = try referenceCopy(adding: ["shares.json5": layout])
    var fixture = try Fixture(["shares.csv": "urn,share\n100001,0.57\n100002,57%\n100003,1\n"])
    fixture.reference = reference.path
    let table = try #require(try fixture.read().data.tables.first)
    let values = (0..<3).map { table.figure("ks4_5ac_em", $0).value?.text(decimals: 2) ?? "" }
    #expect(values == ["57.00", "57.00", "100.00"])
    #expect(table.columns[0].unit == .percent(of: nil, decimals: 0))
  }

  @Test func `next year's file needs an edit of reference data and no build`() throws {
    let layout = """
      // A made-up file of 2030.
      { id: "ks2-2030", title: "Made up", role: "results", applies: "2029/30",
        recognise: { required: ["Kind", "School number", "Cohort 2030", "Met % (all)"] }, codes: ["open-data"],
        years: { file: ["to-(?<ending>20\\\\d\\\\d)"] },
        rows: [{ when: { Kind: "S" }, is: "school" }, { when: { Kind: "E" }, is: "national", basis: "maintained" }],
        keys: { urn: ["School number"] },
        tables: [{ name: "ks2_results", columns: [
          { measure: "ks2_eligible", from: "Cohort 2030" }, { measure: "ks2_rwm_expected", from: ["Met % (all)"], as: "percent" },
          { measure: "ks2_eligible", group: "girls", from: "Girls" } ] }] }
      """
    let reference = try referenceCopy(adding: ["ks2-2030.json5": layout])
    var fixture = try Fixture([
      "results-to-2030.csv":
        "Kind,School number,Cohort 2030,Met % (all),Girls\nS,100001,30,70,14\nE,,600000,66,\nS,100002,12,c,\n"
    ])
    fixture.reference = reference.path
    let (data, findings) = try fixture.read()
    let table = try #require(data.tables("ks2_results").first)
    #expect(data.sources[0].layout == "ks2-2030" && data.sources[0].years == [AcademicYear(ending: 2030)])
    #expect(table.groups == [.all, .girls, .all])
    #expect(table.figure("ks2_rwm_expected", 2) == .missing(.suppressed))
    #expect(data.published.map(\.value.count) == [600000, 66])
    #expect(
      findings.filter { $0.rule == "assumed-year" }.map(\.message) == [
        "the file does not say its year; 2029/30 is taken from its name"
      ])
  }

  private func referenceCopy(adding layouts: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in [
      "measures.json5", "codes.json5", "open-data.json5", "local_authorities.csv", "local_authority_changes.json5",
      "pupils/words.json5", "pupils/progress.json5",
    ] {
      try folder.write(name, try Data(contentsOf: URL(fileURLWithPath: ProjectFolders.reference + "/" + name)))
    }
    for (name, text) in layouts { try folder.write("layouts/" + name, text) }
    return folder
  }

  @Test func `a new school's blanks say that it is new`() throws {
    let fixture = try Fixture([
      "2018-2019_a.csv": ks4 + "1,901,4001,100003,Cedar,ACC,NEW\n", "local_authorities.csv": Lists.authorities,
    ])
    let table = try #require(try fixture.read().data.tables("ks4_results").first)
    #expect(table.figure("ks4_em_94", 0) == .missing(.newSchool))
  }

  @Test func `codes as floats, joined numbers and rows without a URN find their school`() throws {
    let links = "LA,ESTAB,URN,PERCTOT,PPERSABS15\n901.0,2001.0,100001.0,5.2,3\n0901,2002,,4.1,SUPP\n"
    let fixture = try Fixture(Lists.with(["abs.csv": links]))
    let (data, findings) = try fixture.read(year: 2012)
    let table = try #require(data.tables("attendance").first)
    #expect(table.places.map { data.schools[Int($0)].urn.number } == [100001, 100002])
    #expect(findings.map(\.rule) == ["assumed-year"])
  }

  @Test func `a predecessor's results stay its own, and the link names the successor`() throws {
    let fixture = try Fixture(
      Lists.with([
        "links.csv":
          "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n100003,90003,Old Cedar,Predecessor,01-09-2011\n90003,100003,Cedar,Successor,01-09-2011\n100003,100001,x,Sixth Form Centre Link,\n",
        "ks4.csv":
          "year,urn,group,pupils,five_ac_english_and_maths,five_ac_any,ac_english_and_maths,no_passes,progress_english,progress_english_matched,progress_maths,progress_maths_matched\n2009,90003,all,100,50,60,55,1,60,95,60,95\n",
      ]))
    let (data, findings) = try fixture.read()
    #expect(
      data.links == [
        SchoolLink(urn: URN(90003), successor: URN(100003), effective: CalendarDate(year: 2011, month: 9, day: 1))
      ])
    #expect(!findings.contains { $0.rule == "unknown-school" })
  }

  @Test func `authorities that were split or merged know their predecessors`() throws {
    let fixture = try Fixture([
      "x.csv": "year,urn,measure,score,ci_lower,ci_upper,coverage,pupils\n2009,100001,cva_ks1_ks2,100.1,99,101,95,30\n"
    ])
    let authorities = try fixture.read().data.authorities
    func predecessors(_ code: Int) -> [Int] {
      authorities.first { $0.code.number == code }?.predecessors.map(\.number) ?? []
    }
    #expect(predecessors(822) == [820])
    #expect(predecessors(896) == [875])
    #expect(predecessors(839) == [835, 836, 837])
    #expect(predecessors(941) == [928])
    #expect(predecessors(942) == [909])
    let bedfordshire = try #require(authorities.first { $0.code.number == 820 })
    #expect(
      bedfordshire.existed(in: AcademicYear(ending: 2008)) && !bedfordshire.existed(in: AcademicYear(ending: 2009)))
    #expect(LocalAuthorityCode(7).description == "007")
  }

  @Test func `children in care stand with the authority responsible for them`() throws {
    let header = Lists.ks2Header.dropLast() + ",responsible_la_code\n"
    let fixture = try Fixture(
      Lists.with([
        "a.csv": header + "2009,100001,cic,3,1,1,1,0,0,1,3,1,3,902\n2009,100001,cic,2,1,1,1,0,0,1,2,1,2,901\n"
      ]))
    let (data, findings) = try fixture.read()
    #expect(data.tables("ks2_results").first?.authorities == [902, 901])
    #expect(!findings.contains { $0.rule == "duplicate-key" })
  }

  @Test func `early years rows of authorities are rows, not published figures`() throws {
    let fixture = try Fixture([
      "local_authorities.csv": Lists.authorities,
      "ey.csv": "year,la_code,urn,group,assessed,reached_threshold\n2009,901,,all,3000,1500\n2009,902,,all,2000,SUPP\n",
    ])
    let (data, _) = try fixture.read()
    let table = try #require(data.tables("eyfsp_results").first)
    #expect(table.level == .localAuthority && data.published.isEmpty)
    #expect(table.places.map { data.authorities[Int($0)].code.number } == [901, 902])
    #expect(table.figure("ey_threshold", 1) == .missing(.suppressed))
  }

  @Test func `a data package names layout and year, and says that all is made up`() throws {
    let fixture = try Fixture([
      "local_authorities.csv": Lists.authorities, "abs.csv": "LA,ESTAB,URN,PERCTOT\n901,2001,100001,5\n",
      "datapackage.json":
        #"{"name":"x","synthetic":true,"resources":[{"path":"abs.csv","layout":"absence","year":2011}]}"#,
    ])
    let (data, findings) = try fixture.read(year: 2015)
    #expect(data.isSynthetic)
    #expect(data.tables("attendance").first?.years == [2011])
    #expect(!findings.contains { $0.rule == "assumed-year" })
  }

  @Test func `a value that an unclosed quote made long is cut in findings`() throws {
    let fixture = try Fixture(
      Lists.with(["a.csv": Lists.ks2Header + "2009,100001,\"" + String(repeating: "x\n", count: 50_000)]))
    let finding = try #require(try fixture.read().findings.first { $0.rule == "unreadable-value" })
    #expect(finding.value.count == 201 && finding.value.hasSuffix("…") && finding.message.count < 400)
  }

  @Test func `parts and threads change nothing`() throws {
    let sample = ProjectFolders.sample
    guard FileManager.default.fileExists(atPath: sample + "/schools.csv") else {
      return print("skipped: no sample at Data/sample")
    }
    func read(_ jobs: Int) throws -> (data: SchoolData, findings: [Finding]) {
      try ingest(IngestOptions(dataFolders: [sample], referenceFolder: ProjectFolders.reference, jobs: jobs))
    }
    let (one, three) = (try read(1), try read(3))
    #expect(one.findings == three.findings)
    #expect(one.data.tables.map(\.count) == three.data.tables.map(\.count))
    #expect(one.data.tables.map(\.lines) == three.data.tables.map(\.lines))
    #expect(one.data.sources.map(\.digest) == three.data.sources.map(\.digest))
    #expect(one.data.isSynthetic)
  }
}
