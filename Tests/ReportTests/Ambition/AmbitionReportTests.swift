import Foundation
import Rulebook
import SchoolStatistics
import TargetAmbition
import TestSupport
import Testing

@testable import Report

/// Two schools of authority 901: one that meets all, exempt or not as asked, one that misses C1 and C6.
private func judged() -> AmbitionResults {
  func school(_ index: Int, _ pupils: Int, _ outcomes: [CriterionOutcome], _ needed: [Int?], _ verdict: AmbitionVerdict)
    -> SchoolAmbition
  {
    var school = SchoolAmbition(
      school: index, authority: LocalAuthorityCode(901), phase: .primary, measure: "ks2_l4_em", isHeadline: true,
      targetYear: AcademicYear(ending: 2011), roundYear: AcademicYear(ending: 2009), cohort: 30, targetPupils: pupils,
      target: .value(.percent(pupils, of: 30)), estimateB: .value(Rational(70)),
      benchmark: AmbitionBenchmark(percent: Rational(768, 10), origin: .estimateD),
      judgements: Dictionary(
        uniqueKeysWithValues: AmbitionEdition.allCases.map {
          ($0, EditionJudgement(outcomes: outcomes, pupilsNeeded: needed, verdict: verdict))
        }),
      exemption: verdict == .metByExemption
        ? TargetExemption(reason: "=resourced <unit>", decidedBy: "SIP manager", decidedOn: "2010-01-08", isUsed: true)
        : nil,
      latest: .value(Rational(70)), latestYear: AcademicYear(ending: 2009), nationalQuartile: index == 0 ? 4 : 1,
      similarQuartile: 2,
      sources: [SourceLine(source: 0, line: 12 + index)])
    (school.pupilsAsked[1], school.pupilsAsked[5]) = (21, 24)
    return school
  }
  let met = [CriterionOutcome](repeating: .met, count: 6)
  let schools = [
    school(0, 24, met, Array(repeating: 0, count: 6), .met),
    school(1, 22, [.notMet, .met, .met, .met, .met, .notMet], [nil, 0, 0, 0, 0, 2], .notMet),
    school(2, 22, met.dropLast() + [.notMet], [0, 0, 0, 0, 0, 2], .metByExemption),
  ]
  var total = QuartileRow(quartile: nil)
  (total.assessed, total.met, total.metByCriterion, total.assessedByCriterion) = (
    3, 2, [2, 3, 3, 3, 3, 1], [3, 3, 3, 3, 3, 3]
  )
  total.medianDistance = .value(Rational(-35, 10))
  let share = AmbitionShare(
    test: .allCriteria, edition: .standards2009, met: 1, metByExemption: 1, notMet: 1, notAssessable: 0,
    candidates: [SchoolBelowBand(position: 1, pupils: nil)])
  let area = AreaAmbition(
    place: .localAuthority(LocalAuthorityCode(901)), phase: .primary, measure: "ks2_l4_em",
    targetYear: AcademicYear(ending: 2011),
    round: TargetRound(
      deadline: CalendarDate(year: 2009, month: 12, day: 31)!, isDue: true, states: schools.map(\.state)),
    shares: [share], quartiles: [.national: [1, 2, 3, 4, nil].map { QuartileRow(quartile: $0) }], total: total,
    aggregated: AggregatedTarget(
      targetPupils: 68, cohort: 90, cohortExpected: 90, schools: 3, schoolsExpected: 3,
      lowest: .value(.percent(68, of: 90)),
      highest: .value(.percent(68, of: 90)), nationalTarget: .value(Rational(78))),
    requiredForOwnTarget: nil, requiredForNationalTarget: nil, schools: [0, 1, 2])
  return AmbitionResults(
    targetYears: [AcademicYear(ending: 2011)], schools: schools, areas: [area],
    assumptions: [Assumption(id: "ambition.edition", choice: "2009", reason: "two documents")],
    judge: { position in
      AmbitionCriterion.allCases.map { criterion in
        let outcome = schools[position].outcome(criterion)
        let needed = schools[position].pupilsNeeded[criterion.rawValue - 1]
        return CriterionResult(
          criterion, outcome,
          [
            AmbitionComparison(
              test: "line", outcome: outcome,
              left: ComparedFigure(
                "target", schools[position].target, .percent, pupils: schools[position].targetPupils, cohort: 30),
              relation: .atLeast,
              right: ComparedFigure("line of \(criterion.code)", .value(Rational(768, 10)), .percent),
              pupilsNeeded: needed, sources: schools[position].sources)
          ])
      }
    })
}

@Suite("Target ambition in reports")
struct AmbitionReportTests {
  private func run(_ ambition: AmbitionResults = judged()) -> Run {
    let fixture = ReportFixture()
    return Run(data: fixture.data, results: fixture.results, ambition: ambition)
  }

  private func content(_ ambition: AmbitionResults = judged()) throws -> ReportContent {
    try ReportContent(run(ambition), ReportOptions(outFolder: "out", term: .autumn))
  }

  /// The rows of a written table, by the names of its columns.
  private func rows(_ name: String) throws -> (header: [String], rows: [[String: String]], text: String) {
    let folder = try TemporaryFolder()
    _ = try writeReport(run(), ReportOptions(outFolder: folder.path, term: .autumn))
    let text = try folder.text("2009-autumn/tables/\(name).csv")
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    // No field of these rows but the exemption and the hostile name holds a comma.
    return (lines[0], lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { a, _ in a } }, text)
  }

  @Test func `the table of schools has a row for each target, with the columns that it declares`() throws {
    let (header, rows, text) = try rows("target-ambition-schools")
    #expect(header == SchoolTargetsTable.rows.description.fields.map(\.name))
    #expect(rows.count == 3)
    #expect(rows[0]["target_percent"] == "80.0" && rows[0]["distance_pupils"] == "1.0")
    #expect(rows[0]["c1"] == "met" && rows[0]["verdict"] == "met")
    #expect(rows[0]["source"] == "ks2_results_2009.csv line 12")
    #expect(text.contains("'=resourced <unit>"))
  }

  @Test func `the table of areas has a row for all schools and one for each quartile of value added`() throws {
    let (header, rows, _) = try rows("target-ambition-areas")
    #expect(header == AreaTargetsTable.rows.description.fields.map(\.name))
    #expect(rows.map { $0["cva_quartile"] } == ["Total", "1", "2", "3", "4", "not_ranked"])
    #expect(rows[0]["percent_met"] == "66.7" && rows[0]["percent_met_without_exemptions"] == "33.3")
    #expect(
      rows[0]["band_2009_all_criteria"] == "NI" && rows[0]["c6_met"] == "1" && rows[0]["target_percent"] == "75.6")
    #expect(rows[1]["target_percent"] == "" && rows[1]["band_2009_all_criteria"] == "")
  }

  @Test("the headline is the latest round past its last day; a later one is returned so far, without a band")
  func rounds() throws {
    var results = judged()
    var later = results.areas[0]
    later.targetYear = AcademicYear(ending: 2012)
    for position in 1...2 {
      var waiting = results.schools[position]
      (waiting.targetYear, waiting.state) = (later.targetYear, .notDue)
      results.schools.append(waiting)
    }
    later.schools = [3, 4]
    later.round = TargetRound(
      deadline: CalendarDate(year: 2010, month: 12, day: 31)!, isDue: false, states: [.returned, .notDue, .notDue])
    later.shares = [
      AmbitionShare(
        test: .guidanceOnly, edition: .standards2009, met: 1, metByExemption: 0, notMet: 0, notAssessable: 0,
        candidates: [], isBanded: false)
    ]
    results.areas.append(later)
    let content = AmbitionContent(results)
    let place = later.place
    #expect(content.latest(place).map { $0.targetYear.ending } == [2011])
    #expect(content.later(than: content.latest(place)[0]).map { $0.targetYear.ending } == [2012])
    #expect(content.newest(place).map { $0.targetYear.ending } == [2012])
    #expect(
      AmbitionText.soFar(later) == "2012: 1 of 3 returned so far, due by 31 December 2010; of those 1 in line (proxy)")
    let page = try #require(
      AmbitionSection(isWhole: true).render(try self.content(results).areas[2], try self.content(results))
    ).text
    #expect(page.contains("<p>2012: 1 of 3 returned so far, due by 31 December 2010; of those 1 in line (proxy).</p>"))
    #expect(page.contains("<summary>Outstanding for 2012 <span class=\"soft\">"))
  }

  @Test("the worksheet has a row a school with what each criterion asks for, as file and as workbook")
  func worksheet() throws {
    let content = try content()
    let sheet = try #require(TargetWorksheet(content.areas[2], content))
    let lines = String(decoding: sheet.csv.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(
      lines[0].hasPrefix(
        "urn,school,partner,phase,target_year,state,cohort,c1_asks,c2_asks,c3_asks,c5_asks,c6_asks,pupils_asked,binding,proposed_pupils,"
      ))
    #expect(lines[1].contains(",2011,returned,30,,21,,,24,24,C6,24,80.0,0,ambitious,"))
    let workbook = sheet.workbook(content)
    #expect(workbook.filledTables.map(\.name) == ["Primary", "Sources"])
    #expect(workbook.tables[0].columns.map(\.heading).contains("To be ambitious, at least [note 2]"))
    let sheets = try #require(AuthorityWorkbooks.workbook(content.areas[2], content))
    let targets = try #require(sheets.tables.first { $0.name == "Targets" })
    #expect(targets.columns.map(\.heading).contains("To be ambitious, at least [note 7]"))
    #expect(sheets.notes[6] == workbook.notes[1])
    #expect(targets.rows.map { $0[3] } == workbook.tables[0].rows.map { $0[3] })
    #expect(workbook.tables[0].rows.allSatisfy { $0.count == TargetWorksheet.columns.count })
    #expect(!(try WorkbookFile.bytes(workbook)).isEmpty)
    #expect(TargetWorksheet(content.areas[3], content) == nil)
  }

  @Test("the section names the band with its rule, the schools between bands and the exemptions, and escapes all text")
  func section() throws {
    let content = try content()
    let page = try #require(AmbitionSection(isWhole: true).render(content.areas[2], content)).text
    #expect(page.contains("2 of 3 schools (66.7%)"))
    #expect(page.contains("Requires some improvement"))
    #expect(page.contains("at least 50% and under 80% of schools"))
    #expect(page.contains("1 more school for Good"))
    // C1 is no matter of pupils, so its comparison stands there; C6 takes two.
    #expect(page.contains("C1 target 22 of 30 (73.3%) &lt; line of C1 76.8%, C6 2 pupils"))
    #expect(page.contains("=resourced &lt;unit&gt; (decided by SIP manager, 2010-01-08); excuses C6"))
    #expect(!page.contains("<script>"))
    #expect(AmbitionSection().render(content.areas[3], content) == nil)
  }

  @Test("the page of targets shows every comparison, what would meet it and the line it came from")
  func targets() throws {
    let content = try content()
    let page = TargetPages.render(content.areas[2], content).text
    #expect(page.contains("target 22 of 30 (73.3%) &lt; line of C6 76.8%"))
    #expect(page.contains("target 24 of 30 (80%) ≥ line of C6 76.8%"))
    #expect(page.contains("ks2_results_2009.csv line 13"))
    #expect(page.contains("2 pupils"))
  }

  @Test("the authority's page names the schools that are short and leads to each of them, which stand first")
  func short() throws {
    let content = try content()
    let page = AuthorityPages.render(content.areas[2], content).text
    let targets = TargetPages.render(content.areas[2], content).text
    let links = page.matches(of: /targets\.html#([a-z]+-[0-9]+)/).map { String($0.output.1) }
    #expect(!links.isEmpty)
    for id in links { #expect(targets.contains("<summary id=\"\(id)\">")) }
    #expect(page.contains("2 of 3 schools (66.7%)") && !page.contains("at least 50% and under 80% of schools"))
    let first = try #require(targets.firstMatch(of: /<summary id="[^"]+">.*<\/summary>/)).output
    #expect(first.contains("not ambitious"))
  }

  @Test("two figures that differ never print alike, and nought is asked for without a number")
  func comparisons() {
    func compared(
      _ left: Figure, _ relation: ComparisonRelation, _ right: Figure, _ outcome: CriterionOutcome, _ name: String
    )
      -> String
    {
      AmbitionText.comparison(
        AmbitionComparison(
          test: "absence-latest", outcome: outcome,
          left: ComparedFigure("own", left, relation == .equal ? .pupils : .percent),
          relation: relation, right: ComparedFigure(name, right, relation == .equal ? .pupils : .percent)))
    }
    #expect(
      compared(.value(Rational(4231, 1000)), .atMost, .value(Rational(4218, 1000)), .notMet, "latest absence")
        == "own 4.23% > latest absence 4.22%")
    #expect(
      compared(.value(Rational(42, 10)), .atMost, .value(Rational(42, 10)), .met, "latest absence")
        == "own 4.2% ≤ latest absence 4.2%")
    #expect(compared(.count(0), .equal, .count(0), .met, "none") == "own: none")
    #expect(compared(.count(3), .equal, .count(0), .notMet, "none") == "own 3, none asked for")
  }

  @Test("schools stand on paper whether their criteria are open on screen or not, and the way back is there")
  func printed() throws {
    let content = try content()
    let page = TargetPages.render(content.areas[2], content).text
    #expect(page.contains("<details class=\"printed\">") && !page.contains("<details>"))
    #expect(page.contains("details.printed:not([open]){display:block"))
    #expect(page.contains("<a href=\"index.html\">Figures</a>"))
  }

  @Test("the chart draws a mark for each school, of its quartile's shape, and says how many reach the line")
  func chart() throws {
    let marks = [1, 2, 3, 4, nil].map {
      TargetChart.Mark(target: Rational(80), benchmark: Rational($0 == 1 ? 80 : 81), cohort: 30, quartile: $0)
    }
    let svg = try #require(TargetChart(marks: marks, name: "Primary", table: "the table follows").markup).text
    for mark in [
      "<circle class=\"q1\"", "<path class=\"q2\"", "<path class=\"q3\"", "<path class=\"q4\"", "<path class=\"q0\"",
    ] {
      #expect(svg.contains(mark))
    }
    #expect(svg.contains("Primary: 1 of 5 schools have targets at or above their top-quartile line; the table follows"))
    #expect(TargetChart(marks: [], name: "", table: "").markup == nil)
  }

  @Test(
    "a share is never written as a boundary that it does not reach",
    arguments: [
      (18, 19, "94.7%"), (19, 20, "95.0%"), (2374, 2500, "94.96%"), (4, 5, "80.0%"), (7997, 10000, "79.97%"),
      (1, 2, "50.0%"),
    ])
  func shares(met: Int, of schools: Int, text: String) {
    #expect(AmbitionText.share(.percent(met, of: schools)) == text)
  }

  @Test("the open choices stand among the assumptions of the report, and a report without targets has none of this")
  func assumptions() throws {
    #expect(try content().results.assumptions.contains { $0.id == "ambition.edition" })
    let fixture = ReportFixture()
    let plain = try ReportContent(fixture.run, ReportOptions(outFolder: "out", term: .autumn))
    #expect(AmbitionSection().render(plain.areas[2], plain) == nil)
    #expect(!plain.results.assumptions.contains { $0.id.hasPrefix("ambition") })
  }
}
