import SchoolStatistics
import TestSupport
import Testing

@testable import Rulebook
@testable import TargetAmbition

/// One authority with twelve primary schools (a 13th in another), results of 2007 to 2009, targets for 2011.
@Suite("Target ambition from data")
struct AmbitionAnalysisTests {
  private static func made() -> SchoolData {
    var made = HandMadeData(Array(repeating: (101, .primary), count: 12) + [(102, .primary)])
    let schools = 0..<13
    made.add(
      "ks2_results", measures: ["ks2_l4_em", "ks2_eligible"],
      rows: schools.flatMap { school in
        // 15, 15 and 15 + school of 30: the last year is the best.
        (2007...2009).map { year in
          (school, year, "", [Rational(15 + (year == 2009 ? school : 0)), Rational(30)], [])
        }
      })
    made.add(
      "context", measures: ["roll", "roll_fsm", "roll_sen", "roll_eal", "prior_attainment"],
      rows: schools.map {
        (
          $0, 2009, "",
          [Rational(200), Rational(20 + 2 * $0), Rational(30), Rational(10), Rational(Int64(150 + $0), 10)], []
        )
      })
    made.add(
      "value_added", measures: ["va_score", "va_ci_lower", "va_ci_upper", "va_coverage", "va_pupils"],
      rows: schools.map { school in
        let score = Rational(Int64(990 + 2 * school), 10)
        // School 12 has low coverage, school 11 too few pupils.
        return (
          school, 2009, "cva_ks1_ks2",
          [
            score, score - Rational(1), score + Rational(1), Rational(school == 12 ? 49 : 90),
            Rational(school == 11 ? 10 : 28),
          ], []
        )
      })
    // The headline target of school s is 22 of 30 (20 of 30 in schools 9 to 11), estimate B 60, D 73.
    let columns: [Measure] = [
      "target_round_year", "target_cohort", "target_pupils", "estimate_b", "estimate_d", "target_matched",
      "target_predicted_below_expected",
    ]
    made.add(
      "targets", measures: columns,
      texts: ["date_set", "exceptional", "exceptional_reason", "decided_by", "decided_on"],
      rows: (0..<12).flatMap { school -> [(Int, Int, String, [Rational?], [String])] in
        if school == 8 { return [] }
        let pupils = school >= 9 ? 20 : 22
        // School 0 alone has no estimate D; school 3 is exempt from an estimate that it does not reach.
        let d: Rational? = school == 0 ? nil : school == 3 ? Rational(80) : Rational(73)
        let exempt = school == 3 ? ["1", "resourced unit", "SIP manager", "2010-01-08"] : ["0", "", "", ""]
        let head: [Rational?] = [Rational(2009), Rational(30), Rational(pupils), Rational(60), d, nil, nil]
        let progress: [Rational?] = [Rational(2009), Rational(30), Rational(29), nil, nil, Rational(29), Rational(0)]
        return [
          (school, 2011, "ks2_l4_em", head, ["2009-12-15"] + exempt),
          (school, 2011, "ks2_2lp_english", progress, ["2009-12-15", "", "", "", ""]),
          (school, 2011, "ks2_2lp_maths", progress, ["2009-12-15", "", "", "", ""]),
        ]
      })
    return made.data
  }

  /// The first day of the spring, when targets for 2011 are due.
  private static let spring = CalendarDate(year: 2010, month: 1, day: 1)!

  private func results(
    _ data: SchoolData = made(), on day: CalendarDate = spring, _ change: (inout AmbitionOptions) -> Void = { _ in }
  ) throws -> AmbitionResults {
    var options = try Self.options()
    change(&options)
    return try analysis(options).results(data, through: AcademicYear(ending: 2009), on: day) {
      indicator, place, year in
      indicator == "ks2-l4-em" && place == .localAuthority(LocalAuthorityCode(101))
        ? .value(Rational(Int64(60 + year.ending - 2007))) : .missing(.notSupplied)
    }
  }

  private static func options() throws -> AmbitionOptions {
    var options = try HandMade.options()
    options.similarSchools.fewest = 3
    return options
  }

  private func analysis(_ options: AmbitionOptions) throws -> AmbitionAnalysis {
    AmbitionAnalysis(
      options: options, rulebook: try loadRulebook(referenceFolder: ProjectFolders.reference), jobs: 2)
  }

  @Test("some schools alone are judged as they are among all")
  func someSchools() throws {
    let all = try results()
    let some = try analysis(Self.options()).results(
      Self.made(), through: AcademicYear(ending: 2009), on: Self.spring, of: [3, 9])
    let expected = all.schools.filter { [3, 9].contains($0.school) }
    #expect(some.schools.map(\.verdict) == expected.map(\.verdict))
    #expect(some.schools.map(\.pupilsNeeded) == expected.map(\.pupilsNeeded))
    #expect(some.schools.map(\.nationalQuartile) == expected.map(\.nationalQuartile))
    #expect(Set(some.standings.map(\.school)) == [3, 9] && some.areas.isEmpty)
  }

  private func headline(_ results: AmbitionResults) -> [SchoolAmbition] { results.schools.filter(\.isHeadline) }

  @Test("schools that should have set a target and did not are judged, and only where the authority has targets")
  func universe() throws {
    let schools = headline(try results())
    #expect(schools.map(\.school) == Array(0..<12))
    #expect(schools[8].verdict == .notSet)
    #expect(schools[8].state == .late)
    #expect(schools[8].outcomes == [.notMet] + Array(repeating: .notAssessable, count: 5))
    #expect(schools[8].pupilsToMeetAll == nil)
  }

  @Test("before the last day the round is returned so far, without a band, and nobody fails for what is not due")
  func openRound() throws {
    let results = try results(on: CalendarDate(year: 2009, month: 9, day: 1)!)
    let area = try #require(
      results.area(.localAuthority(LocalAuthorityCode(101)), .primary, AcademicYear(ending: 2011)))
    #expect([area.round.schools, area.round.returned, area.round.notDue, area.round.late] == [12, 11, 1, 0])
    #expect(!area.round.isDue && !area.round.hasBands)
    #expect(area.shares.allSatisfy { $0.band == nil && $0.nextBand == nil })
    let share = try #require(area.share(.allCriteria, .standards2009))
    #expect([share.met, share.metByExemption, share.notMet, share.assessed] == [6, 1, 4, 11])
    let waiting = headline(results)[8]
    #expect([waiting.verdict.title, waiting.why] == ["not due", "due by 31 December 2009"])
    #expect(area.total.assessed == 11)
  }

  @Test("31 December is in time and the day after is late", arguments: [(2009, 12, 31, false), (2010, 1, 1, true)])
  func lastDay(year: Int, month: Int, day: Int, isDue: Bool) throws {
    let results = try results(on: CalendarDate(year: year, month: month, day: day)!)
    #expect(headline(results)[8].state == (isDue ? .late : .notDue))
    #expect(results.areas[2].round.isDue == isDue)
  }

  @Test("criteria 1, 2 and 6 together are a share of their own, without a band, by quartile too")
  func threeCriteria() throws {
    let area = try results().areas[2]
    let share = try #require(area.share(.guidancePriorAndTopQuartile, .standards2009))
    // 20 of 30 (9 to 11) is under D; school 8 set nothing; school 3 is exempt from D.
    #expect([share.met, share.metByExemption, share.notMet] == [7, 1, 4])
    #expect(share.band == nil)
    for basis in QuartileBasis.allCases {
      #expect(area.quartiles[basis]!.reduce(0) { $0 + $1.assessedTogether } == 12)
      #expect(area.quartiles[basis]!.reduce(0) { $0 + $1.metTogether } == 8)
    }
  }

  @Test("failed criteria come first, those that ask for most before others, and say what would meet them")
  func inOrder() throws {
    let school = headline(try results())[9]
    #expect(school.criteriaInOrder.prefix(3) == [.improvement, .previousBest, .topQuartile])
    #expect(
      school.why
        == "5 pupils short of a rise on the latest result; 4 pupils short of the previous best; 2 pupils short of the top-quartile line"
    )
    #expect(school.pupilsAskedInAll == 25)
    #expect(school.bindingCriteria == [.improvement])
    #expect(school.pupilsBeyondAsked == -5)
  }

  @Test("a progress target has no verdict of its own")
  func oneVerdict() throws {
    let progress = try results().schools.filter { !$0.isHeadline }
    #expect(progress.count == 22)
    #expect(progress.allSatisfy { $0.verdict == .notAssessable && $0.outcome(.guidance) == .notAssessable })
  }

  @Test("verdicts, pupils and exemption follow from the figures")
  func verdicts() throws {
    let schools = headline(try results())
    // 22 of 30 beats 15 + s of 30 up to school 6; school 7 stands still, and C5 wants one pupil more.
    #expect(schools[1].verdict == .met)
    #expect(schools[3].verdict == .metByExemption)
    #expect(schools[3].exemption?.isUsed == true)
    #expect(schools[7].unmet == [.improvement])
    #expect(schools[7].pupilsToMeetAll == 1)
    // 20 of 30: best and latest are 24, D needs 22.
    #expect(schools[9].unmet == [.previousBest, .improvement, .topQuartile])
    #expect(schools[9].pupilsToMeetAll == 5)
    #expect(schools[1].distance == Rational(22 * 100, 30) - Rational(73))
  }

  @Test("numerators in one file and cohorts in another are judged like results of one file")
  func twoFiles() throws {
    var data = Self.made()
    data.tables = data.tables.flatMap { table -> [DataTable] in
      guard table.name == "ks2_results" else { return [table] }
      return table.columns.map { column in
        var part = table
        part.columns = [column]
        return part
      }
    }
    let (whole, split) = (headline(try results()), headline(try results(data)))
    #expect(split.map(\.latest) == whole.map(\.latest) && split[0].latest.value == .percent(15, of: 30))
    #expect(split.map(\.verdict) == whole.map(\.verdict) && split.map(\.outcomes) == whole.map(\.outcomes))
  }

  @Test("the full criteria are made again on demand and agree with the outcomes, each comparison with its lines")
  func criteria() throws {
    let results = try results()
    for position in results.schools.indices {
      #expect(results.criteria(position).map(\.outcome) == results.schools[position].outcomes)
    }
    #expect(results.criteria(0)[4].comparisons[0].sources.count == 2)
  }

  @Test("a target without an FFT D estimate gets the tool's own, with its fit on record")
  func ownEstimate() throws {
    let results = try results()
    let benchmark = try #require(headline(results)[0].benchmark)
    #expect(benchmark.origin == .ownEstimate)
    let fit = try #require(results.fits.first { $0.phase == .primary })
    #expect(fit.schools == 13)
    #expect(fit.terms == ["intercept", "prior_attainment", "fsm"])
    // Attainment is a straight line in both predictors, so the residuals are nought and the line is the result itself.
    #expect(abs(fit.rSquared - 1) < 1e-9)
    #expect(benchmark.percent == Rational(50))
  }

  @Test("value added is ranked without low coverage and few pupils")
  func standings() throws {
    let standings = try analysis(Self.options()).standings(Self.made(), through: AcademicYear(ending: 2009))
    #expect(standings.map(\.unranked) == Array(repeating: nil, count: 11) + [.tooFew, .lowCoverage])
    #expect(standings[10].national == ValueAddedRank(rank: 1, ranked: 11))
    #expect(standings[0].national?.percentile == 100)
    #expect(standings.compactMap { $0.national?.quartile } == [4, 4, 4, 3, 3, 3, 2, 2, 2, 1, 1])
    #expect(standings[0].significance == .notSignificant)
    #expect(standings[12].significance == .notTested)
    // 101.2 − 1.0 is above 100; school 10 has 101.0, whose limit is 100 exactly.
    #expect(standings[10].significance == .notSignificant)
    #expect(standings[11].significance == .above)
  }

  @Test("shares, bands and the schools between bands")
  func shares() throws {
    let results = try results()
    let area = try #require(
      results.area(.localAuthority(LocalAuthorityCode(101)), .primary, AcademicYear(ending: 2011)))
    let share = try #require(area.share(.allCriteria, .standards2009))
    // Met: 0 to 6 but the exempt 3; not met: 7, 8, 9, 10, 11.
    #expect([share.met, share.metByExemption, share.notMet, share.notAssessable] == [6, 1, 5, 0])
    #expect(share.band == .needsSomeImprovement)
    #expect(share.nextBand == .good)
    #expect(share.schoolsToNextBand == 3)
    #expect(share.candidates.map { results.schools[$0.position].school } == [7, 9, 10, 11, 8])
    #expect(share.candidates.map(\.pupils) == [1, 5, 6, 7, nil])
    let guidance = try #require(area.share(.guidanceOnly, .standards2009))
    #expect([guidance.met, guidance.notMet] == [11, 1])
    #expect(area.shares.first?.test == .guidanceOnly)
    #expect(
      try self.results(on: Self.spring) { $0.edition = .framework2007 }.areas[0].shares.first?.edition == .framework2007
    )
  }

  @Test("quartile rows count every school once, and England and the region are there")
  func quartiles() throws {
    let results = try results()
    #expect(results.areas.map(\.place) == [.national, .region("E12000001"), .localAuthority(LocalAuthorityCode(101))])
    let area = results.areas[2]
    for basis in QuartileBasis.allCases {
      #expect(area.quartiles[basis]!.reduce(0) { $0 + $1.assessed + $1.notAssessable } == 12)
    }
    let top = try #require(area.quartiles[.national]?.first)
    // Schools 9 and 10 coast: 20 of 30 against 73%, −6.3 points, −1.9 pupils.
    #expect([top.assessed, top.met, top.metByCriterion[0]] == [2, 0, 2])
    #expect(top.medianDistance.value == Rational(200, 3) - Rational(73))
    #expect(top.medianDistanceInPupils.value?.text(decimals: 1) == "-1.9")
  }

  @Test("aggregated targets pool pupils, with coverage, bounds, the national line and the required rate")
  func aggregated() throws {
    let area = try results().areas[2]
    // 8 × 22 + 3 × 20 of 11 × 30; school 8 has 30 pupils and no target.
    #expect(area.aggregated.percent == .value(.percent(236, of: 330)))
    #expect(area.aggregated.coverage == .percent(330, of: 360))
    #expect(area.aggregated.lowest == .value(.percent(236, of: 360)))
    #expect(area.aggregated.highest == .value(.percent(266, of: 360)))
    #expect(area.aggregated.nationalTarget == .value(Rational(78)))
    let rate = try #require(area.requiredForNationalTarget)
    // From 62 in 2009 to 78 in 2011.
    #expect(rate.perYear == Rational(8))
    #expect(rate.threshold == Rational(4))
    #expect(rate.isUnprecedented)
  }

  @Test("more than one exemption above the limit is a warning, one is not")
  func manyExemptions() throws {
    #expect(try results().findings.isEmpty)
  }
}

@Suite("Paths and past targets")
struct PathTests {
  @Test("a trajectory is told only of two target years: none falls, and those ahead are above the latest result")
  func rising() {
    func points(_ targets: [Int64], from year: Int = 2010) -> [TrajectoryPoint] {
      [TrajectoryPoint(year: AcademicYear(ending: 2009), target: .missing(.notSupplied), actual: .value(Rational(71)))]
        + targets.enumerated().map {
          TrajectoryPoint(
            year: AcademicYear(ending: year + $0), target: .value(Rational($1)), actual: .missing(.notSupplied))
        }
    }
    #expect(Trajectories.isRising(points([72, 72])) == true)
    #expect(Trajectories.isRising(points([74, 73])) == false)
    #expect(Trajectories.isRising(points([71, 73])) == false)
    #expect(Trajectories.isRising(points([73])) == nil)
    // Past targets show a direction too; that they were below a later result is no fall.
    var past = points([73])
    past[0].target = .value(Rational(70))
    #expect(Trajectories.isRising(past) == true)
    past[0].target = .value(Rational(74))
    #expect(Trajectories.isRising(past) == false)
  }

  private func outcome(
    _ school: Int, _ year: Int, target: Rational, actual: Rational, cohort: Int, decimals: Int = 1
  ) -> TargetOutcome {
    TargetOutcome(
      school: school, authority: LocalAuthorityCode(101), phase: .primary, measure: "ks2_l4_em",
      year: AcademicYear(ending: year), target: target, actual: actual, cohort: cohort, decimals: decimals, sources: [])
  }

  @Test("a target of 187 of 194 is met by 186 of 193: like with like, to the pupil")
  func likeWithLike() {
    let met = outcome(0, 2009, target: .percent(187, of: 194), actual: .percent(186, of: 193), cohort: 193)
    #expect(met.isMet)
    #expect([met.target, met.actual, met.difference] == [Rational(964, 10), Rational(964, 10), Rational(0)])
    #expect([met.targetPupils, met.actualPupils, met.pupils] == [186, 186, 0])
    let missed = outcome(0, 2009, target: .percent(187, of: 194), actual: .percent(185, of: 193), cohort: 193)
    #expect(!missed.isMet)
    #expect(missed.pupils == -1)
  }

  @Test("the habit of a place is the mean of its yearly differences, pooled over pupils")
  func success() throws {
    let phase = try HandMade.options().phases[0]
    let success = DegreeOfSuccess.success(
      .national, phase,
      [
        outcome(0, 2008, target: Rational(80), actual: Rational(70), cohort: 30),
        outcome(1, 2008, target: Rational(60), actual: Rational(60), cohort: 10),
        outcome(0, 2009, target: Rational(80), actual: Rational(85), cohort: 20),
      ])
    #expect([success.met, success.compared] == [2, 3])
    // 2008: −3 pupils of 40 is −7.5; 2009: +1 of 20 is +5.
    #expect(success.bias == Rational(-125, 100))
    #expect(success.pooledPupils == -2)
    #expect(success.pooledDifference == Rational(-200, 60))
  }

  @Test("a National Challenge school is on trajectory at the floor, or on the line to it, with a target at 30")
  func nationalChallenge() throws {
    let options = try HandMade.options().nationalChallenge
    func judge(_ target: Int64?, _ results: [Int]) -> Bool? {
      NationalChallenge.judge(
        school: 0, authority: LocalAuthorityCode(101), base: HandMade.result(21, of: 100, 2007),
        target: target.map { .value(Rational($0)) } ?? .missing(.notSupplied),
        history: results.enumerated().map { HandMade.result($1, of: 100, 2009 - $0) }, options
      ).isOnTrajectory
    }
    // The line from 21 in 2007 to 33 in 2011 is at 27 in 2009.
    #expect(judge(30, [27]) == true)
    #expect(judge(30, [26]) == false)
    #expect(judge(29, [35]) == false)
    #expect(judge(nil, [35]) == nil)
    #expect(judge(30, [30, 31, 32]) == true)
    #expect(NationalChallenge.ceiling(on: 4, of: 4, hasSchoolsInCategory: true, atExactly80: "NI") == .good)
    #expect(NationalChallenge.ceiling(on: 4, of: 4, hasSchoolsInCategory: false, atExactly80: "NI") == .outstanding)
    #expect(
      NationalChallenge.ceiling(on: 4, of: 5, hasSchoolsInCategory: false, atExactly80: "NI") == .needsSomeImprovement)
    #expect(
      NationalChallenge.ceiling(on: 4, of: 5, hasSchoolsInCategory: false, atExactly80: "SI")
        == .needsSignificantImprovement)
    #expect(
      NationalChallenge.ceiling(on: 3, of: 4, hasSchoolsInCategory: false, atExactly80: "NI")
        == .needsSignificantImprovement)
    // Without inspections nothing is known of categories, and all on trajectory sets no ceiling.
    #expect(NationalChallenge.ceiling(on: 4, of: 4, hasSchoolsInCategory: nil, atExactly80: "NI") == nil)
    #expect(
      NationalChallenge.ceiling(on: 3, of: 4, hasSchoolsInCategory: nil, atExactly80: "NI")
        == .needsSignificantImprovement)
    #expect(NationalChallenge.ceiling(on: 0, of: 0, hasSchoolsInCategory: false, atExactly80: "NI") == nil)
  }

  @Test("falling two years running takes a school above the floor off its trajectory unless it is above the line")
  func falling() throws {
    let options = try HandMade.options().nationalChallenge
    func judge(_ base: Int, _ results: [Int]) -> Bool? {
      NationalChallenge.judge(
        school: 0, authority: LocalAuthorityCode(101), base: HandMade.result(base, of: 100, 2007),
        target: .value(Rational(40)),
        history: results.enumerated().map { HandMade.result($1, of: 100, 2010 - $0) }, options
      ).isOnTrajectory
    }
    // From 29 to 33: 32 is asked for in 2010.
    #expect(judge(29, [31, 32, 33]) == false)
    #expect(judge(29, [32, 33, 34]) == true)
    #expect(judge(29, [31, 30, 33]) == true)
  }

  @Test("early years: past the goal exceeds, on the line meets; both, one or neither make the band")
  func earlyYears() throws {
    let goals = try HandMade.options().earlyYears
    func threshold(_ base: Int64, _ now: Int64) -> EarlyYearsTarget.Outcome {
      EarlyYearsTargets.judge(goals[0], base: Rational(base), latest: (AcademicYear(ending: 2009), Rational(now)))
        .outcome
    }
    // From 47 to 53 in three years: 49 after one.
    #expect(threshold(47, 49) == .meets)
    #expect(threshold(47, 48) == .falls)
    #expect(threshold(47, 54) == .exceeds)
    // A base beyond the goal asks for the goal.
    #expect(threshold(60, 53) == .meets)
    #expect(threshold(60, 52) == .falls)
    let gap = EarlyYearsTargets.judge(
      goals[1], base: HandMade.decimal(356), latest: (AcademicYear(ending: 2009), HandMade.decimal(346)))
    #expect(gap.outcome == .meets)
    #expect(gap.required == .value(HandMade.decimal(346)))
    #expect(EarlyYearsTargets.band(.exceeds, .exceeds) == .outstanding)
    #expect(EarlyYearsTargets.band(.exceeds, .meets) == .good)
    #expect(EarlyYearsTargets.band(.falls, .exceeds) == .needsSomeImprovement)
    #expect(EarlyYearsTargets.band(.falls, .falls) == .needsSignificantImprovement)
    #expect(EarlyYearsTargets.band(.notAssessable, .falls) == nil)
  }
}
