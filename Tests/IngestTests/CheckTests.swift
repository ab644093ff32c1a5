import Foundation
import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest

@Suite struct CheckTests {
  @Test func `nothing is worked out from a part above its whole, or from a share outside 0 to 100`() throws {
    let row = "2009,100001,all,30,31,20,19,1,1,20,28,22,28\n"
    let counts = try Fixture(Lists.with(["x.csv": Lists.ks2Header + row])).read().data.tables("ks2_results")
    #expect(counts.map { $0.figure("ks2_l4_english", 0) } == [.missing(.contradicted)])
    #expect(counts.map { $0.figure("ks2_l4_maths", 0) } == [.count(20)])
    let file = "RECTYPE,LEA,ESTAB,URN,TPUP,ATT8SCR,PTL2BASICS_94\n1,901,4001,100003,100,44.1,182%\n"
    let shares = try Fixture(Lists.with(["2018-2019_ks4.csv": file])).read().data.tables("ks4_results")
    #expect(shares.map { $0.figure("ks4_em_94", 0) } == [.missing(.contradicted)])
  }

  @Test func `each file of the folder of checks is in the list, and ids are told apart`() throws {
    let folder = ProjectFolders.root + "/Sources/Ingest/Checks"
    let support: Set = ["Check.swift", "Check+All.swift", "CheckedTable.swift", "DataChecks.swift", "GroupRows.swift"]
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !support.contains($0) }
    #expect(files.count == Check.all.count)
    #expect(Set(Check.all.map(\.id)).count == Check.all.count)
    for check in Check.all {
      let name = check.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + ".swift"
      #expect(files.contains { $0.lowercased() == name.lowercased() }, "no file for \(check.id)")
      #expect(!check.title.isEmpty && check.description.hasSuffix(".") && !check.action.isEmpty)
    }
  }

  private let ks2 = Lists.ks2Header
  private let pupils = "year,urn,pupil,sex,ks1_reading,ks1_writing,ks1_maths,ks2_english,ks2_maths\n"
  private let good = "2009,100002,all,31,20,21,19,1,1,20,28,22,28\n"

  /// A case for each check: files, and the findings they give.
  private var cases: [(check: Check, files: [String: String], year: Int?, messages: [String])] {
    [
      (
        .unrecognisedFile, ["x.csv": "urn,group,eligible,colour\n1,all,3,red\n"], nil,
        [
          "x.csv:1: error: [unrecognised-file] no layout fits the header; the nearest is 'ks2-results', which also needs the column 'year'"
        ]
      ),
      (.unreadableFile, ["x.csv": ""], nil, ["x.csv: error: [unreadable-file] has no header line: the file is empty"]),
      (
        .notCSV, ["x.xlsx": "PK"], nil,
        ["x.xlsx: note: [not-csv] 'x.xlsx' is not a CSV file; save it as CSV to have it read"]
      ),
      (
        .notRead, [".x.csv": ""], nil, [".x.csv: note: [not-read] '.x.csv' is hidden; rename it to have it read"]
      ),
      (
        .missingColumn,
        ["x.csv": "year,urn,period,enrolments,possible_sessions,authorised_absence,unauthorised_absence\n"], nil,
        [
          "x.csv:1: warning: [missing-column] no column 'persistent_absentees', which layout 'attendance' expects; measure 'persistent_absentees' of table 'attendance' is not supplied"
        ]
      ),
      (
        .repeatedHeader, ["x.csv": ks2 + good + ks2 + ks2], nil,
        ["x.csv:3: note: [repeated-header] the row repeats the header; so does 1 more row"]
      ),
      (
        .registerRow,
        [
          "l.csv": "urn,successor_urn,effective\n100001,100002,2009-09-01\n100002,100001,2009-09-01\n100001,100001,\n",
          "n.csv":
            "la_code,model,neighbour_1,neighbour_2,neighbour_3,neighbour_4,neighbour_5,neighbour_6,neighbour_7,neighbour_8,neighbour_9,neighbour_10\n901,a,901,902,902,77,,,,,,\n",
          "r.csv":
            "urn,la_code,school_name,phase,school_type\n100051.0,901,A,primary,Community school\n100051,902,A,primary,Community school\n=\"100052\",901,B,primary,Community school\n1OO053,901,C,primary,Community school\n",
        ], nil,
        [
          "l.csv:3: warning: [register-row] school 100001 follows school 100002 here, and an earlier link leads back to it",
          "l.csv:4: error: [register-row] school 100001 is named as its own successor",
          "n.csv:2: note: [register-row] authority 901 has 1 of 10 neighbours",
          "n.csv:2: warning: [register-row] authority 901 is named as a neighbour of itself",
          "n.csv:2: warning: [register-row] neighbour 902 stands in 'neighbour_2' already",
          "n.csv:2: warning: [register-row] no list has an authority 77",
          "r.csv:3: error: [register-row] school 100051 stands on lines 2 and 3, with 'la_code' '901' and '902'; keep one row",
          "r.csv:5: error: [register-row] the row names no school that can be read in 'urn'",
        ]
      ),
      (
        .duplicateHeader, ["x.csv": "urn,successor_urn,effective,urn\n"], nil,
        ["x.csv:1: note: [duplicate-header] 2 columns are named 'urn'; the first is read"]
      ),
      (
        .emptyHeader, ["x.csv": ",urn,successor_urn,effective,\n"], nil,
        ["x.csv:1: note: [empty-header] columns 1, 5 have no name"]
      ),
      (
        .raggedRows, ["x.csv": ks2 + "2009,100001,all,3\n"], nil,
        [
          "x.csv:2: note: [ragged-rows] 1 row is shorter than the header of 13 columns; the shortest has 4"
        ]
      ),
      (
        .unreadableValue,
        [
          "x.csv": ks2
            + "2009,100001,all,3o,,,,,,,,,\n2009,100001,some,3,,,,,,,,,\n,100001,all,3,,,,,,,,,\n2009,100002,all,3.5,,,,,,,,,\n"
        ], nil,
        [
          "x.csv:2: error: [unreadable-value] '3o' is not a whole number or a known code",
          "x.csv:3: error: [unreadable-value] 'some' is not a group of pupils such as 'all', 'fsm', 'not_fsm'",
          "x.csv:4: error: [unreadable-value] '' is not a school year such as 2009, 200809 or 2008/09",
          "x.csv:5: error: [unreadable-value] '3.5' is not a whole number or a known code",
        ]
      ),
      (
        .unknownCode, ["x.csv": ks2 + "2009,100001,all,NSE,NSE,,,,,,,,\n" + good], nil,
        [
          "x.csv:2: warning: [unknown-code] code 'NSE' is not in the code lists of layout 'ks2-results'; it stands in 2 cells; add it to codes.json5"
        ]
      ),
      (
        .percentageOutOfRange, ["x.csv": "LA,ESTAB,URN,PERCTOT\n901,2001,100001,104.5\n"], 2012,
        [
          "x.csv:2: warning: [percentage-out-of-range] 104.5% is not between 0 and 100"
        ]
      ),
      (
        .columnOfFractions,
        [
          "x.csv": Lists.targetsHeader
            + (1...3).map { "2010,2008,10000\($0),ks2_l4_em,30,,0.8\($0),,,,,,,,,,\n" }.joined()
            + (1...3).map { "2010,2008,10000\($0),ks2_2lp_maths,30,,0.9,,,,,,,,,,\n" }.joined()
        ], nil,
        [
          "x.csv:2: error: [column-of-fractions] none of 6 percentages of 'target_percent' of 2010 is above 1; write percentages, as 87 for 0.87"
        ]
      ),
      (
        .offScale,
        [
          "x.csv":
            "year,urn,measure,score,ci_lower,ci_upper,coverage,pupils\n2009,100001,cva_ks1_ks2,1004,99,101,96,30\n"
        ],
        nil, ["x.csv:2: error: [off-scale] 1004 is not between 80 and 120, the scale of 'cva_ks1_ks2'"]
      ),
      (
        .valueAgainstCounts, ["x.csv": Lists.targetsHeader + "2010,2008,100001,ks2_l4_em,26,22,50.0,,,,,,,,,,\n"], nil,
        ["x.csv:2: warning: [value-against-counts] 50% stands beside 22 of 26, which is 84.6%"]
      ),
      (
        .valueAgainstCounts,
        [
          "x.csv":
            "year,geographic_level,code,measure,group,basis,numerator,denominator,value\n2009,LA,901,ks4_5ac_em,all,maintained,2560,3526,27.0\n"
        ], nil, ["x.csv:2: error: [value-against-counts] 27% stands beside 2560 of 3526, which is 72.6%"]
      ),
      (
        .numeratorAboveDenominator, ["x.csv": ks2 + "2009,100001,all,30,31,20,19,1,1,20,28,22,28\n"], nil,
        [
          "x.csv:2: error: [numerator-above-denominator] 31 is above 30, the number of 'eligible'"
        ]
      ),
      (
        .impossibleCombination, ["x.csv": ks2 + "2009,100001,all,30,20,18,19,1,1,20,28,22,28\n"], nil,
        [
          "x.csv:2: error: [impossible-combination] 19 is above 18 of 'l4_maths'"
        ]
      ),
      (
        .duplicateKey, ["x.csv": ks2 + good + good + "2009,100002,all,32,20,21,19,1,1,20,28,22,28\n"], nil,
        [
          "x.csv:3: warning: [duplicate-key] the row stands on line 2 already, exactly the same",
          "x.csv:4: error: [duplicate-key] lines 2 and 4 give different figures for the same school, year and group, 31 and 32; keep one",
        ]
      ),
      (
        .unknownSchool,
        ["x.csv": ks2 + "2009,100077,all,30,20,21,19,1,1,20,28,22,28\n2009,,all,30,20,21,19,1,1,20,28,22,28\n"], nil,
        [
          "x.csv:2: warning: [unknown-school] school '100077' is not in the register and has no successor there; add it to the register",
          "x.csv:3: error: [unknown-school] row has neither a URN nor an authority and establishment number",
        ]
      ),
      (
        .unknownAuthority, ["x.csv": "year,la_code,total_points,children\n2009,077,80,3\n2009,077,81,4\n"], nil,
        [
          "x.csv:2: error: [unknown-authority] authority '077' is in no list of authorities; add it to local_authorities.csv"
        ]
      ),
      (
        .unknownYear, ["x.csv": "LA,ESTAB,URN,PERCTOT\n901,2001,100001,5\n"], nil,
        [
          "x.csv: error: [unknown-year] the file does not say its year; pass --year, or name layout and year in datapackage.json"
        ]
      ),
      (
        .unclosedQuote, ["x.csv": ks2 + good + "2009,100001,\"all,30\n" + good], nil,
        [
          "x.csv:3: error: [unclosed-quote] the quote opened on line 3 is not closed before the end of the file; 1 line after it became part of one value; close the quote or remove it"
        ]
      ),
      (
        .packageMistake, ["datapackage.json": #"{"resources": [{"path": "schools.csv", "layout": "scools"}]}"#], nil,
        [
          "datapackage.json: warning: [package-mistake] there is no layout 'scools', which it names for 'schools.csv'; see the list with 'layouts'"
        ]
      ),
      (
        .unknownWord,
        ["x.csv": "year,urn,measure,score,ci_lower,ci_upper,coverage,pupils\n2009,100001,cva,100,99,101,95,30\n"], nil,
        [
          "x.csv:2: warning: [unknown-word] 'cva' is not a measure of value added; it stands in 1 row; write 'cva_ks1_ks2', 'cva_ks2_ks4', 'ks1_ks2_va', 'best8_va', 'progress8', 'progress_reading', 'progress_writing', 'progress_maths'"
        ]
      ),
      (
        .rowWithoutRule,
        ["2017-901-ks2.csv": "RECTYPE,LEA,ESTAB,URN,TELIG,PTRWM_EXP,READPROG\n9,901,2001,100001,30,60%,1\n,,,,,,\n"],
        nil,
        [
          "2017-901-ks2.csv:2: warning: [row-without-rule] 1 row fits no rule of layout 'ks2-2016', which goes by 'RECTYPE'; correct the cells or add a rule to the layout"
        ]
      ),
      (
        .groupTotals,
        ["x.csv": ks2 + "2009,100001,all,30,,,,,,,,,\n2009,100001,boys,16,,,,,,,,,\n2009,100001,girls,15,,,,,,,,,\n"],
        nil,
        [
          "x.csv:2: warning: [group-totals] 'boys' and 'girls' are 31 together, and all pupils are 30"
        ]
      ),
      (
        .implausibleSwing, ["x.csv": ks2 + "2008,100001,all,40,30,30,30,,,,,,\n2009,100001,all,140,40,40,20,,,,,,\n"],
        nil,
        [
          "x.csv:3: note: [implausible-swing] the cohort went from 40 in 2008 to 140 in 2009",
          "x.csv:3: note: [implausible-swing] the result went from 75% in 2008 to 14% in 2009",
        ]
      ),
      (
        .targetWithoutYear, ["x.csv": Lists.targetsHeader + ",2007,100001,ks2_l4_em,30,24,80,70,80,25,28,0,,0,,,\n"],
        nil,
        [
          "x.csv:2: error: [target-without-year] target has no year"
        ]
      ),
      (
        .targetAbove100, ["x.csv": Lists.targetsHeader + "2009,2007,100001,ks2_l4_em,30,,104,70,80,25,28,0,,0,,,\n"],
        nil,
        [
          "x.csv:2: error: [target-above-100] target of 104% is above 100"
        ]
      ),
      (
        .targetAboveCohort, ["x.csv": Lists.targetsHeader + "2009,2007,100001,ks2_l4_em,30,33,,70,80,25,28,0,,0,,,\n"],
        nil,
        [
          "x.csv:2: error: [target-above-cohort] target of 33 is above the cohort of 30"
        ]
      ),
      (
        .exemptionWithoutReason,
        ["x.csv": Lists.targetsHeader + "2009,2007,100001,ks2_l4_em,30,20,,70,80,25,28,0,,1,,,\n"], nil,
        [
          "x.csv:2: warning: [exemption-without-reason] exceptional target without a reason and who decided"
        ]
      ),
      (
        .estimateDBelowB, ["x.csv": Lists.targetsHeader + "2009,2007,100001,ks2_l4_em,30,20,,70.5,69,25,28,0,,0,,,\n"],
        nil,
        [
          "x.csv:2: warning: [estimate-d-below-b] estimate D of 69 is below estimate B of 70.5"
        ]
      ),
      (
        .estimateOutOfRange,
        ["x.csv": Lists.targetsHeader + "2009,2007,100001,ks2_l4_em,30,20,,70,140,25,28,0,,0,,,\n"], nil,
        ["x.csv:2: error: [estimate-out-of-range] estimate of 140% is not between 0 and 100"]
      ),
      (
        .implausibleRound,
        ["x.csv": Lists.targetsHeader + "2009,2010,100001,ks2_l4_em,30,20,,70,80,25,28,0,,0,,,\n"], nil,
        [
          "x.csv:2: error: [implausible-round] round of 2010 for a target of 2009; targets are set two years ahead"
        ]
      ),
      (
        .implausibleDateSet,
        ["x.csv": Lists.targetsHeader + "2009,2007,100001,ks2_l4_em,30,20,,70,80,25,28,0,2030-12-01,0,,,\n"], nil,
        ["x.csv:2: error: [implausible-date-set] target for 2009 set on 2030-12-01"]
      ),
      (
        .targetsWithoutResults,
        [
          "t.csv": Lists.targetsHeader + "2009,2007,100001,ks2_l4_em,30,20,,70,80,25,28,0,,0,,,\n", "x.csv": ks2 + good,
        ], nil,
        [
          "t.csv:2: note: [targets-without-results] school 100001 has a target for 2009 and no results of that year",
          "x.csv:2: note: [targets-without-results] school 100002 has results of 2009 and no target for it, while others of its authority have",
        ]
      ),
      (
        .historySuperseded,
        [
          "2016-901-ks2.csv": "RECTYPE,LEA,ESTAB,URN,TELIG,PTRWM_EXP,READPROG\n1,901,2001,100001,30,60%,1\n",
          "2017-901-ks2.csv":
            "RECTYPE,LEA,ESTAB,URN,TELIG,PTRWM_EXP,READPROG,PTRWM_EXP_17\n1,901,2001,100001,30,70%,1,60%\n",
        ], nil,
        [
          "2017-901-ks2.csv: note: [history-superseded] 1 row of 'ks2_results' of earlier years also stand in files of their own year"
        ]
      ),
      (
        .assumedYear, ["x.csv": "LA,ESTAB,URN,PERCTOT\n901,2001,100001,5\n"], 2012,
        [
          "x.csv: note: [assumed-year] the file does not say its year; 2011/12 is taken from --year"
        ]
      ),
      (
        .personalColumn,
        ["p.csv": pupils.replacing("sex", with: "Forename") + "2009,100001,k1,M,2B,2B,2B,4,4\n"], nil,
        [
          "p.csv:1: note: [personal-column] column 'Forename' looks like a name, a pupil number or a date of birth"
        ]
      ),
      (
        .pupilTwice, ["p.csv": pupils + "2009,100001,k1,M,2B,2B,2B,4,4\n2009,100001,k1,M,2B,2B,2B,4,3\n"], nil,
        ["p.csv:3: error: [pupil-twice] the pupil of line 2 stands here again, with other values; keep one"]
      ),
      (
        .pupilInTwoSchools, ["p.csv": pupils + "2009,100001,k1,M,2B,2B,2B,4,4\n2009,100002,k1,M,2B,2B,2B,4,4\n"], nil,
        [
          "p.csv:2: error: [pupil-in-two-schools] the pupil stands in another school on line 3, and nothing says which is right; keep one",
          "p.csv:3: error: [pupil-in-two-schools] the pupil stands in another school on line 2, and nothing says which is right; keep one",
        ]
      ),
      (
        .pupilRow, ["p.csv": pupils + "2009,100001,k1,M,2B,2B,2B,7,4\n2009,100001,k2,Q9,2B,2B,2B,4,4\n"], nil,
        [
          "p.csv:2: error: [pupil-row] what stands here is no result of the column",
          "p.csv:3: warning: [pupil-row] what stands here is no word or number of the column",
        ]
      ),
      (
        .pupilWithoutPrior, ["p.csv": pupils + "2009,100001,k1,M,,,2B,4,4\n"], nil,
        ["p.csv:2: note: [pupil-without-prior] 1 pupil without a level at key stage 1"]
      ),
    ]
  }

  @Test func `each check says where, what was found and what was expected`() throws {
    for (check, files, year, messages) in cases {
      let found = try Fixture(Lists.with(files)).messages(check.id, year: year)
      #expect(found == messages, "\(check.id)")
    }
  }

  @Test func `bytes that are no text are named with line and column`() throws {
    let fixture = try Fixture(Lists.with([:]))
    try fixture.folder.write(
      "x.csv", Array("sip_id,name,headship_experience,phase\n1,".utf8) + [0x81, 0xe9] + Array(",yes,primary\n".utf8))
    let finding = try #require(try fixture.read().findings.first { $0.rule == "undecodable-bytes" })
    #expect(finding.line == 2 && finding.column == "name")
    #expect(finding.message == "bytes that are neither UTF-8 nor Windows-1252")
  }

  @Test func `every check has a case`() {
    let tried = Set(cases.map(\.check.id) + ["undecodable-bytes"])
    #expect(tried == Set(Check.all.map(\.id)))
  }

  @Test func `a year without a rulebook is named with those that have one`() throws {
    let reference = try TemporaryFolder()
    for name in [
      "measures.json5", "codes.json5", "open-data.json5", "local_authorities.csv", "local_authority_changes.json5",
      "layouts/ks2-results.json5", "pupils/words.json5", "pupils/progress.json5",
    ] {
      try reference.write(name, try Data(contentsOf: URL(fileURLWithPath: ProjectFolders.reference + "/" + name)))
    }
    for year in 2006...2019 { try reference.write("rulebook/\(year).json5", "{}") }
    var fixture = try Fixture(["ks2.csv": ks2 + "2101,100001,all,30,20,21,19,1,1,20,28,22,28\n"])
    fixture.reference = reference.path
    #expect(
      try fixture.messages("unknown-year") == [
        "ks2.csv:2: error: [unknown-year] year '2101' has no rulebook; known years are 2006 to 2019"
      ])
  }

  @Test func `a bad cell does not cost the rest of its row, nor a bad row the rest of its file`() throws {
    let fixture = try Fixture(
      Lists.with(["x.csv": ks2 + "2009,100001,all,3o,20,21,19,1,1,20,28,22,28\nnonsense,100001,all,1,,,,,,,,,\n" + good]
      ))
    let table = try #require(try fixture.read().data.tables("ks2_results").first)
    #expect(table.count == 2)
    #expect(table.figure("ks2_eligible", 0) == .missing(.unreadable) && table.figure("ks2_l4_em", 0).count == 19)
  }
}
