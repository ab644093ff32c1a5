import SchoolStatistics
import TestSupport
import Testing

@testable import Rulebook
@testable import TargetAmbition

/// Three secondary schools of one authority, below the floor in 2007 and above it since, with targets for 2011.
@Suite("Rounds, editions and what is believed")
struct TargetRoundTests {
  private static let columns: [Measure] = [
    "target_round_year", "target_cohort", "target_pupils", "target_percent", "estimate_b", "estimate_d",
  ]
  private typealias Row = (school: Int, year: Int, variant: String, figures: [Rational?], texts: [String])

  private func data(_ targets: [Row], inspections: [(Int, String, String)]? = []) -> HandMadeData {
    var made = HandMadeData(Array(repeating: (101, .secondary), count: 3))
    made.add(
      "ks4_results",
      measures: ["ks4_5ac_em", "ks4_pupils", "ks4_3lp_english", "ks4_3lp_english_matched"],
      rows: (0..<3).flatMap { school in
        [(2007, 20), (2008, 35), (2009, 40)].map { year, pupils in
          (school, year, "", [Rational(pupils), Rational(100), Rational(60), Rational(100)], [])
        }
      })
    made.add("targets", measures: Self.columns, texts: ["date_set", "exceptional"], rows: targets)
    if let inspections {
      made.add(
        "inspections", measures: ["inspection_overall"], texts: ["inspected_on", "category"],
        rows: inspections.map { ($0.0, 2008, "", [Rational(4)], [$0.1, $0.2]) })
    }
    return made
  }

  private func target(_ school: Int, _ pupils: Int?, _ year: Int = 2011, round: Int? = nil, date: String = "") -> Row {
    (
      school, year, "ks4_5ac_em",
      [Rational(round ?? year - 2), Rational(100), pupils.map { Rational($0) }, nil, Rational(36), Rational(41)],
      [date, "0"]
    )
  }

  private func results(_ made: HandMadeData, on day: CalendarDate = CalendarDate(year: 2010, month: 1, day: 15)!) throws
    -> AmbitionResults
  {
    let rulebook = try loadRulebook(referenceFolder: ProjectFolders.reference)
    let analysis = AmbitionAnalysis(options: try HandMade.options(), rulebook: rulebook, jobs: 2)
    return analysis.results(made.data, through: AcademicYear(ending: 2009), on: day) { _, _, _ in
      .missing(.notSupplied)
    }
  }

  @Test(
    "estimates of the round ahead are no targets: not due until its last day, late after it, never not ambitious",
    arguments: [(2009, 11, TargetState.notDue, AmbitionVerdict.notDue), (2010, 1, .late, .notSet)])
  func estimatesOnly(year: Int, month: Int, state: TargetState, verdict: AmbitionVerdict) throws {
    let made = data([target(0, nil)] + (0..<3).map { target($0, 45, 2010) })
    let results = try results(made, on: CalendarDate(year: year, month: month, day: 15)!)
    let ahead = results.schools.filter { $0.isHeadline && $0.targetYear.ending == 2011 }
    #expect(ahead.map(\.state) == [state, state, state])
    #expect(ahead.allSatisfy { $0.verdict == verdict })
    // What the lines ask for is known: 41% of 100 for D, 41 for a rise on 40.
    #expect(ahead[0].pupilsAskedInAll == 41)
    let areas = results.areas.filter { $0.place.level == .localAuthority }
    #expect(areas.map { $0.targetYear.ending } == [2010, 2011])
    // A round of which nothing is held has no band, due or not.
    #expect(areas.map(\.round.hasBands) == [true, false])
  }

  @Test("a target set after the last day is returned late, with its days, and judged as any other")
  func returnedLate() throws {
    let made = data([target(0, 45, date: "2010-01-12"), target(1, 45, date: "2009-12-31"), target(2, 45)])
    let schools = try results(made).schools.filter(\.isHeadline)
    #expect(schools.map(\.state) == [.returnedLate, .returned, .returned])
    #expect(schools.map(\.daysLate) == [12, nil, nil])
    #expect(Set(schools.map { $0.outcome(.priorAttainment) }) == [.met])
  }

  @Test("criterion 4 of 2007 does not apply to secondary schools, whichever edition heads the page")
  func editions() throws {
    var rows = (0..<3).map { target($0, 45) }
    // 3 levels in English: 50 of 100 against 60 last year.
    rows += (0..<3).map { school in
      (
        school, 2011, "ks4_3lp_english", [Rational(2009), Rational(100), Rational(50), nil, nil, nil],
        ["2009-12-01", "0"]
      )
    }
    let results = try results(data(rows))
    let school = try #require(results.schools.first { $0.isHeadline })
    #expect(school.judgement(.standards2009).outcome(.progression) == .notMet)
    #expect(school.judgement(.framework2007).outcome(.progression) == .notAssessable)
    let area = try #require(results.areas.last)
    #expect(area.share(.allCriteria, .framework2007)?.candidates.first?.pupils == nil)
    #expect(area.share(.allCriteria, .standards2009)?.notMet == 3)
  }

  @Test("what cannot be believed gives no verdict and no line")
  func notBelieved() throws {
    var aboveCohort = target(0, 120)
    aboveCohort.figures[4] = Rational(140)
    var inverted = target(1, 45)
    (inverted.figures[4], inverted.figures[5]) = (Rational(50), Rational(40))
    let late = target(2, 45, round: 2012, date: "2030-12-01")
    let schools = try results(data([aboveCohort, inverted, late])).schools.filter(\.isHeadline)
    #expect(schools[0].target == .missing(.notConfirmed))
    #expect(schools[0].estimateB == .missing(.notConfirmed))
    #expect(schools[0].state == .returned)
    #expect(schools[0].outcomes.dropFirst().allSatisfy { $0 == .notAssessable })
    // What can still be judged, the statutory targets being complete, is no verdict on this one.
    #expect(schools[0].outcomes[0] != .notAssessable && schools[0].verdict == .notAssessable)
    #expect(schools[1].estimateB == .missing(.notConfirmed))
    #expect(schools[1].outcome(.priorAttainment) == .notAssessable)
    // A round after its target year and a date in 2030 are left aside.
    #expect(schools[2].roundYear == AcademicYear(ending: 2009))
    #expect(schools[2].state == .returned)
  }

  @Test("only schools open on the day count towards categories, and without inspections nothing is known")
  func categories() throws {
    let rows = (0..<3).map { target($0, 45) }
    let inspected = [(2, "2008-06-01", "special_measures")]
    #expect(try results(data(rows, inspections: inspected)).nationalChallengeShares[0].ceiling == .good)
    var closed = data(rows, inspections: inspected)
    closed.data.schools[2].closed = CalendarDate(year: 2009, month: 8, day: 31)
    #expect(try results(closed).nationalChallengeShares[0].ceiling == .outstanding)
    let unknown = try results(data(rows, inspections: nil)).nationalChallengeShares[0]
    #expect(unknown.ceiling == nil && !unknown.areCategoriesKnown)
  }

  @Test("targets for a group imply a gap beside today's")
  func groups() throws {
    var made = data([target(0, 50), target(1, 50)])
    // Of 20 pupils with free meals 8 are to reach it, and of the 80 others of each school 42.
    for school in 0..<2 {
      made.add(
        "targets", measures: Self.columns, texts: ["date_set", "exceptional"],
        rows: [(school, 2011, "ks4_5ac_em", [Rational(2009), Rational(20), Rational(8), nil, nil, nil], ["", "0"])],
        group: .fsm)
      made.add(
        "ks4_results", measures: ["ks4_5ac_em", "ks4_pupils"],
        rows: [(school, 2009, "", [Rational(4), Rational(20)], [])], group: .fsm)
    }
    let gaps = try results(made).groupGaps
    #expect(gaps.map(\.place) == [.national, .localAuthority(LocalAuthorityCode(101))])
    #expect(gaps[1].schools == 2)
    #expect([gaps[1].othersTarget, gaps[1].groupTarget] == [.percent(84, of: 160), .percent(16, of: 40)])
    #expect(gaps[1].implied == Rational(125, 10))
    // 4 of 20 against 36 of 80.
    #expect(gaps[1].today == Rational(25))
    #expect(try results(made).schools.count { $0.isHeadline } == 3, "groups are no targets of the school")
  }

  @Test("days between dates cross months, years and leap days")
  func days() {
    let day = { CalendarDate(year: $0, month: $1, day: $2)! }
    #expect(day(2010, 1, 12).days(since: day(2009, 12, 31)) == 12)
    #expect(day(2008, 3, 1).days(since: day(2008, 2, 28)) == 2)
    #expect(day(2009, 12, 31).days(since: day(2010, 1, 1)) == -1)
    #expect(day(2001, 1, 1).days(since: day(2000, 1, 1)) == 366)
  }
}
