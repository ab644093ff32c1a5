import SchoolStatistics
import Testing

@testable import Indicators
@testable import Rulebook
@testable import TargetAmbition

@Suite("The six criteria")
struct CriteriaTests {
  @Test("C1 is met by complete targets, set in time, at the floor and at the expected level")
  func guidanceMet() throws {
    let result = GuidanceCriterion.judge(try HandMade.inputs(HandMade.target(24, of: 30, prior: 24)))
    #expect(result.outcome == .met)
    #expect(
      result.comparisons.map(\.test) == ["complete", "complete", "complete", "date-set", "floor", "expected-level"])
    #expect(result.pupilsNeeded == 0)
  }

  @Test("C1 is not met where a statutory target is missing, and no number of pupils mends it")
  func guidanceIncomplete() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30))
    inputs.progress[1].record = nil
    let result = GuidanceCriterion.judge(inputs)
    #expect(result.outcome == .notMet)
    #expect(result.pupilsNeeded == nil)
  }

  @Test("secondary progress targets are asked for from 2011 on only")
  func guidanceSecondaryProgress() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30, measure: "ks4_5ac_em"), phase: HandMade.secondary)
    inputs.progress[0].record = nil
    #expect(GuidanceCriterion.judge(inputs).outcome == .notMet)
    inputs.targetYear = AcademicYear(ending: 2010)
    #expect(GuidanceCriterion.judge(inputs).outcome == .met)
  }

  @Test(
    "C1 counts 31 December as in time and 1 January as late; a blank date is left out",
    arguments: [
      (CalendarDate(year: 2009, month: 12, day: 31), CriterionOutcome.met),
      (CalendarDate(year: 2010, month: 1, day: 1), .notMet), (nil, .met),
    ])
  func guidanceDate(date: CalendarDate?, outcome: CriterionOutcome) throws {
    var target = HandMade.target(24, of: 30)
    target.dateSet = date
    #expect(GuidanceCriterion.judge(try HandMade.inputs(target)).outcome == outcome)
  }

  @Test("C1 compares the absence target with the least of median, latest rate and earlier target")
  func guidanceAbsence() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30))
    var absence = HandMade.target(nil, of: nil, measure: "absence")
    absence.percent = .value(HandMade.decimal(52))
    inputs.absence.record = absence
    inputs.absence.median = .value(HandMade.decimal(55))
    inputs.absence.latest = .value(HandMade.decimal(52))
    #expect(GuidanceCriterion.judge(inputs).outcome == .met)
    inputs.absence.earlierTarget = .value(HandMade.decimal(51))
    let result = GuidanceCriterion.judge(inputs)
    #expect(result.outcome == .notMet)
    #expect(result.comparisons.filter { $0.outcome == .notMet }.map(\.test) == ["absence-earlier"])
  }

  @Test("C1 names the pupils to the floor: 16 of 30 is 53.3%, one more is 56.7%")
  func guidanceFloor() throws {
    let result = GuidanceCriterion.judge(try HandMade.inputs(HandMade.target(16, of: 30)))
    #expect(result.outcome == .notMet)
    #expect(result.pupilsNeeded == 1)
    // 55% of 20 is 11 exactly, which is at the floor.
    #expect(GuidanceCriterion.judge(try HandMade.inputs(HandMade.target(11, of: 20))).outcome == .met)
  }

  @Test("C1 cannot be assessed where all is set and there is nothing to compare with")
  func guidanceSilent() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30))
    inputs.targetYear = AcademicYear(ending: 2007)
    #expect(GuidanceCriterion.judge(inputs).outcome == .notAssessable)
  }

  @Test("C2 compares with the FFT B estimate exactly, and falls back on prior attainment")
  func priorAttainment() throws {
    // 24 of 30 is 80%.
    #expect(
      PriorAttainmentCriterion.judge(try HandMade.inputs(HandMade.target(24, of: 30, b: Rational(80)))).outcome == .met)
    let below = PriorAttainmentCriterion.judge(
      try HandMade.inputs(HandMade.target(24, of: 30, b: HandMade.decimal(801))))
    #expect(below.outcome == .notMet)
    #expect(below.pupilsNeeded == 1)
    let fallback = PriorAttainmentCriterion.judge(try HandMade.inputs(HandMade.target(24, of: 30, prior: 26)))
    #expect(fallback.outcome == .notMet)
    #expect(fallback.pupilsNeeded == 2)
    #expect(PriorAttainmentCriterion.judge(try HandMade.inputs(HandMade.target(24, of: 30))).outcome == .notAssessable)
  }

  @Test("C3 takes the best of the window and no older year")
  func previousBest() throws {
    let history = [
      HandMade.result(20, of: 30, 2009), HandMade.result(25, of: 30, 2008), HandMade.result(18, of: 30, 2007),
    ]
    let result = PreviousBestCriterion.judge(try HandMade.inputs(HandMade.target(24, of: 30), history: history))
    #expect(result.outcome == .notMet)
    #expect(result.pupilsNeeded == 1)
    #expect(result.comparisons[0].right?.name == "best of the last 3 years, 2007/08")
    var options = try HandMade.options()
    options.previousBestWindow = 1
    #expect(
      PreviousBestCriterion.judge(try HandMade.inputs(HandMade.target(24, of: 30), options: options, history: history))
        .outcome == .met)
    #expect(PreviousBestCriterion.judge(try HandMade.inputs(HandMade.target(24, of: 30))).outcome == .notAssessable)
  }

  @Test("C3 may compare relative to each cohort's own estimate when a weaker cohort comes")
  func previousBestAdjusted() throws {
    var options = try HandMade.options()
    options.previousBestPriorAdjust = true
    // Best 83.3 against B 80 is +3.3; target 80 against B 70 is +10.
    var inputs = try HandMade.inputs(
      HandMade.target(24, of: 30, b: Rational(70)), options: options, history: [HandMade.result(25, of: 30, 2009)])
    inputs.pastEstimatesB = [AcademicYear(ending: 2009): Rational(80)]
    let result = PreviousBestCriterion.judge(inputs)
    #expect(result.outcome == .met)
    #expect(result.comparisons[0].test == "previous-best-adjusted")
  }

  @Test("C4 asks primaries for no pupil below two levels, and counts those there are")
  func progressionPrimary() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30))
    #expect(ProgressionCriterion.judge(inputs).outcome == .met)
    inputs.progress[0].record?.predictedBelow = 2
    let result = ProgressionCriterion.judge(inputs)
    #expect(result.outcome == .notMet)
    #expect(result.pupilsNeeded == 2)
    inputs.progress[0].record?.predictedBelow = nil
    inputs.progress[0].record?.matched = 30
    #expect(ProgressionCriterion.judge(inputs).pupilsNeeded == 1)
  }

  @Test("C4 asks secondaries for rising progress targets in 2009, and for nothing in 2007")
  func progressionSecondary() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30, measure: "ks4_5ac_em"), phase: HandMade.secondary)
    inputs.progress[0].latest = HandMade.result(29, of: 30, 2009)
    #expect(ProgressionCriterion.judge(inputs).outcome == .notAssessable)
    inputs.progress[1].latest = HandMade.result(29, of: 30, 2009)
    #expect(ProgressionCriterion.judge(inputs).outcome == .met)
    inputs.progress[1].latest = HandMade.result(30, of: 30, 2009)
    #expect(ProgressionCriterion.judge(inputs).outcome == .notMet)
    inputs.options.edition = .framework2007
    #expect(ProgressionCriterion.judge(inputs).outcome == .notAssessable)
  }

  @Test("C5 wants more than the latest result, except at 100%")
  func improvement() throws {
    func judge(_ target: Int, _ latest: Int) throws -> CriterionResult {
      ImprovementCriterion.judge(
        try HandMade.inputs(HandMade.target(target, of: 30), history: [HandMade.result(latest, of: 30, 2009)]))
    }
    #expect(try judge(24, 23).outcome == .met)
    #expect(try judge(24, 24).outcome == .notMet)
    #expect(try judge(24, 24).pupilsNeeded == 1)
    #expect(try judge(30, 30).outcome == .met)
    #expect(try judge(29, 30).outcome == .notMet)
  }

  @Test("C6 compares with the benchmark, inclusive, and names the pupils to it")
  func topQuartile() throws {
    #expect(
      TopQuartileCriterion.judge(try HandMade.inputs(HandMade.target(24, of: 30), benchmark: Rational(80))).outcome
        == .met)
    let below = TopQuartileCriterion.judge(
      try HandMade.inputs(HandMade.target(24, of: 30), benchmark: HandMade.decimal(868)))
    #expect(below.outcome == .notMet)
    // 86.8% of 30 is 26.04 pupils, so 27 are needed.
    #expect(below.pupilsNeeded == 3)
    #expect(TopQuartileCriterion.judge(try HandMade.inputs(HandMade.target(24, of: 30))).outcome == .notAssessable)
  }

  @Test("the tolerance moves a line down, in percentage points")
  func tolerance() throws {
    var options = try HandMade.options()
    options.tolerance = Decimal6(Rational(1))
    let inputs = try HandMade.inputs(HandMade.target(24, of: 30), options: options, benchmark: HandMade.decimal(809))
    #expect(TopQuartileCriterion.judge(inputs).outcome == .met)
  }

  @Test("without a target everything but C1 cannot be assessed, and the verdict is not met")
  func missingTarget() throws {
    var inputs = try HandMade.inputs(nil, history: [HandMade.result(20, of: 30, 2009)], benchmark: Rational(80))
    inputs.progress = inputs.progress.map { CriterionInputs.Progress(measure: $0.measure, title: $0.title) }
    let outcomes = Verdict.criteria(inputs).map(\.outcome)
    #expect(outcomes == [.notMet] + Array(repeating: .notAssessable, count: 5))
    #expect(Verdict.of(outcomes, exemption: nil, scope: .all) == .notMet)
  }
}

@Suite("Verdicts and exemptions")
struct VerdictTests {
  private let met = [CriterionOutcome](repeating: .met, count: 6)

  private func exempt(_ reason: String = "resourced unit", by: String = "SIP manager") -> TargetRecord {
    var record = HandMade.target(24, of: 30)
    (record.isExceptional, record.exceptionalReason, record.decidedBy) = (true, reason, by)
    return record
  }

  @Test("nothing assessable is not assessable; five met and one not assessable is met")
  func applicable() {
    #expect(
      Verdict.of(Array(repeating: .notAssessable, count: 6), exemption: nil, scope: .topQuartile) == .notAssessable)
    var outcomes = met
    outcomes[5] = .notAssessable
    #expect(Verdict.of(outcomes, exemption: nil, scope: .topQuartile) == .met)
  }

  @Test("an exemption excuses criterion 6 alone, or all six where the scope says so")
  func scope() {
    var outcomes = met
    outcomes[5] = .notMet
    #expect(Verdict.of(outcomes, exemption: exempt(), scope: .topQuartile) == .metByExemption)
    outcomes[2] = .notMet
    #expect(Verdict.of(outcomes, exemption: exempt(), scope: .topQuartile) == .notMet)
    #expect(Verdict.of(outcomes, exemption: exempt(), scope: .all) == .metByExemption)
    #expect(Verdict.of(met, exemption: exempt(), scope: .topQuartile) == .met)
  }

  @Test("an exemption without a reason or a decider excuses nothing")
  func incomplete() {
    var outcomes = met
    outcomes[5] = .notMet
    #expect(Verdict.of(outcomes, exemption: exempt(""), scope: .all) == .notMet)
    #expect(Verdict.of(outcomes, exemption: exempt(by: ""), scope: .all) == .notMet)
  }
}
