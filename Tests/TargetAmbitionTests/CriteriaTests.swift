import Foundation
import SchoolStatistics
import Testing

@testable import Indicators
@testable import Rulebook
@testable import TargetAmbition

@Suite("The six criteria")
struct CriteriaTests {
  @Test("C1 is met by complete targets at the floor and at the expected level")
  func guidanceMet() throws {
    let result = GuidanceCriterion.judge(try HandMade.inputs(HandMade.target(24, of: 30, prior: 24)))
    #expect(result.outcome == .met)
    #expect(
      result.comparisons.map(\.test) == ["complete", "complete", "complete", "floor", "expected-level"])
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

  @Test("before the last day a missing target is not due, and no failure")
  func guidanceNotDue() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30))
    inputs.progress[1].record = nil
    inputs.isDue = false
    let result = GuidanceCriterion.judge(inputs)
    #expect(result.outcome == .notAssessable)
    #expect(result.reason == "targets are not due until 31 December 2009")
  }

  @Test("C1 judges ambition: a late date and a high absence target leave it met, and have their own words")
  func paperworkBeside() throws {
    var target = HandMade.target(24, of: 30)
    target.dateSet = CalendarDate(year: 2010, month: 1, day: 12)
    var inputs = try HandMade.inputs(target)
    inputs.absence.record = absence(HandMade.decimal(52))
    inputs.absence.latest = .value(HandMade.decimal(51))
    #expect(GuidanceCriterion.judge(inputs).outcome == .met)
    #expect(TargetPaperwork.isCompleteOnTime(inputs) == .notMet)
    #expect(
      TargetPaperwork.facts(inputs).map(\.words).filter { !$0.isEmpty }
        == ["set 12 days late", "absence target above the latest absence"])
    inputs.headline?.dateSet = nil
    #expect(TargetPaperwork.isCompleteOnTime(inputs) == .notAssessable)
    #expect(TargetPaperwork.facts(inputs).contains { $0.words == "no date of setting" })
  }

  @Test("which sub-tests count towards C1 is a choice of reference data")
  func guidanceCounts() throws {
    var late = HandMade.target(16, of: 30)
    late.dateSet = CalendarDate(year: 2010, month: 1, day: 1)
    var options = try HandMade.options()
    // 16 of 30 is under the floor of 55%.
    for (counts, outcome) in [
      ([.complete], CriterionOutcome.met), ([.complete, .floor], .notMet), ([.complete, .dateSet], .notMet),
    ] as [([AmbitionOptions.GuidanceTest], CriterionOutcome)] {
      options.guidance.counts = counts
      #expect(GuidanceCriterion.judge(try HandMade.inputs(late, options: options)).outcome == outcome)
    }
    late.dateSet = CalendarDate(year: 2009, month: 12, day: 31)
    #expect(TargetPaperwork.isCompleteOnTime(try HandMade.inputs(late)) == .met)
  }

  private func absence(_ percent: Rational, decimals: Int = 1) -> TargetRecord {
    var record = HandMade.target(nil, of: nil, measure: "absence")
    (record.percent, record.percentDecimals, record.isSet) = (.value(percent), decimals, true)
    return record
  }

  @Test("the absence target is held against the least of median, latest rate and earlier target")
  func absenceLines() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30))
    inputs.absence.record = absence(HandMade.decimal(52))
    inputs.absence.median = .value(HandMade.decimal(55))
    inputs.absence.latest = .value(HandMade.decimal(52))
    #expect(TargetPaperwork.outcome(TargetPaperwork.absence(inputs)) == .met)
    inputs.absence.earlierTarget = .value(HandMade.decimal(51))
    #expect(
      TargetPaperwork.absence(inputs).filter { $0.outcome == .notMet }.map(\.test) == ["absence-earlier"])
  }

  @Test("a target of 4.2% is not above 4.199%, and one of 4.3% is")
  func statedPrecision() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30))
    inputs.absence.latest = .value(Rational(4199, 1000))
    inputs.absence.record = absence(HandMade.decimal(42))
    #expect(TargetPaperwork.outcome(TargetPaperwork.absence(inputs)) == .met)
    inputs.absence.record = absence(HandMade.decimal(43))
    #expect(TargetPaperwork.outcome(TargetPaperwork.absence(inputs)) == .notMet)
    #expect(TargetPaperwork.absence(inputs)[1].decimalsApart == 1)
    // At two decimals on both sides 4.20 is above 4.19.
    #expect(!ComparisonRelation.atMost.holds(HandMade.decimal(42), Rational(4194, 1000), decimals: 2))
  }

  @Test("20 of 23 pupils are 87.0% as estimates are stated, and C2 asks for no more than that")
  func estimatePrecision() throws {
    let result = PriorAttainmentCriterion.judge(try HandMade.inputs(HandMade.target(20, of: 23, b: Rational(87))))
    #expect(result.outcome == .met)
    // Counts on both sides are exact: 20 of 23 is less than 87 of 100.
    let best = PreviousBestCriterion.judge(
      try HandMade.inputs(HandMade.target(20, of: 23), history: [HandMade.result(87, of: 100, 2009)]))
    #expect(best.outcome == .notMet)
    #expect(best.pupilsNeeded == 1)
  }

  @Test("a persistent-absence target that is not below the latest rate is reported and never scored")
  func persistentAbsence() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30))
    inputs.absence.persistentRecord = absence(HandMade.decimal(50))
    inputs.absence.persistentLatest = .value(HandMade.decimal(49))
    #expect(
      TargetPaperwork.facts(inputs).contains { $0.words == "persistent-absence target not below the latest rate" })
    #expect(GuidanceCriterion.judge(inputs).outcome == .met)
    inputs.absence.persistentLatest = .value(HandMade.decimal(51))
    #expect(TargetPaperwork.facts(inputs).last?.words.isEmpty == true)
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
    #expect(ProgressionCriterion.judge(inputs, .standards2009).outcome == .met)
    inputs.progress[0].record?.predictedBelow = 2
    let result = ProgressionCriterion.judge(inputs, .standards2009)
    #expect(result.outcome == .notMet)
    #expect(result.pupilsNeeded == 2)
    inputs.progress[0].record?.predictedBelow = nil
    inputs.progress[0].record?.matched = 30
    #expect(ProgressionCriterion.judge(inputs, .standards2009).pupilsNeeded == 1)
  }

  @Test("C4 asks secondaries for rising progress targets in 2009, and for nothing in 2007")
  func progressionSecondary() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30, measure: "ks4_5ac_em"), phase: HandMade.secondary)
    inputs.progress[0].latest = HandMade.result(29, of: 30, 2009)
    #expect(ProgressionCriterion.judge(inputs, .standards2009).outcome == .notAssessable)
    inputs.progress[1].latest = HandMade.result(29, of: 30, 2009)
    #expect(ProgressionCriterion.judge(inputs, .standards2009).outcome == .met)
    inputs.progress[1].latest = HandMade.result(30, of: 30, 2009)
    #expect(ProgressionCriterion.judge(inputs, .standards2009).outcome == .notMet)
    #expect(ProgressionCriterion.judge(inputs, .framework2007).outcome == .notAssessable)
    #expect(ProgressionCriterion.judge(inputs, .framework2007).reason.contains("no key stage 3"))
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
    let outcomes = Verdict.criteria(inputs, .standards2009).map(\.outcome)
    #expect(outcomes == [.notMet] + Array(repeating: .notAssessable, count: 5))
    #expect(Verdict.of(outcomes, .late, excused: []) == .notSet)
    #expect(Verdict.of(outcomes, .notDue, excused: []) == .notDue)
  }

  @Test("each line asks for a number of pupils before any target exists, and the highest binds")
  func asks() throws {
    // Floor 55% of 30 is 17, level 2 asks for 20, B 21, best 22 of 30, current 20 so 21, D 76.8% for 24.
    var line = HandMade.target(nil, of: 30, b: Rational(70), prior: 20)
    line.isSet = false
    let inputs = try HandMade.inputs(
      line, history: [HandMade.result(20, of: 30, 2009), HandMade.result(22, of: 30, 2008)],
      benchmark: HandMade.decimal(768))
    let asks = Verdict.asks(inputs)
    #expect(asks.map(\.pupils) == [17, 20, 21, 22, 21, 24])
    #expect(
      asks.map(\.criterion) == [.guidance, .guidance, .priorAttainment, .previousBest, .improvement, .topQuartile])
    #expect(asks.filter(\.isBinding).map(\.criterion) == [.topQuartile])
    // A line that the whole cohort would not reach binds too.
    let beyond = try HandMade.inputs(line, history: [HandMade.result(31, of: 30, 2009)])
    #expect(Verdict.asks(beyond).filter(\.isBinding).allSatisfy { $0.pupils == nil })
  }

  @Test("each edition words its criteria, and only 2009 words progression for secondary schools")
  func wording() {
    #expect(
      AmbitionCriterion.progression.wording(.standards2009, .secondary)
        == "increasing numbers of children make expected levels of progress in English and mathematics")
    #expect(AmbitionCriterion.progression.wording(.framework2007, .secondary).contains("without key stage 3"))
    #expect(AmbitionCriterion.guidance.wording(.framework2007, .primary) == "meet the DCSF guidance")
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
    #expect(Verdict.of(Array(repeating: .notAssessable, count: 6), excused: []) == .notAssessable)
    var outcomes = met
    outcomes[5] = .notAssessable
    #expect(Verdict.of(outcomes, excused: []) == .met)
  }

  @Test("an exemption excuses the criteria of its scope and no other")
  func scope() {
    var outcomes = met
    outcomes[5] = .notMet
    #expect(Verdict.of(outcomes, excused: ExemptionScope.topQuartile.criteria) == .metByExemption)
    outcomes[3] = .notMet
    #expect(Verdict.of(outcomes, excused: ExemptionScope.topQuartile.criteria) == .notMet)
    #expect(Verdict.of(outcomes, excused: [.progression, .topQuartile]) == .metByExemption)
    #expect(Verdict.of(outcomes, excused: ExemptionScope.all.criteria) == .metByExemption)
    #expect(Verdict.of(met, excused: ExemptionScope.topQuartile.criteria) == .met)
  }

  @Test("an exemption of a progress target excuses progression alone")
  func progressExemption() throws {
    var inputs = try HandMade.inputs(HandMade.target(24, of: 30))
    inputs.progress[0].record = exempt()
    #expect(inputs.exemption(.all)?.excused == [.progression])
    #expect(inputs.exemption(.topQuartile)?.excused == [])
    inputs.headline = exempt()
    #expect(inputs.exemption(.topQuartile)?.excused == [.topQuartile])
  }

  @Test("an exemption without a reason or a decider excuses nothing")
  func incomplete() throws {
    for record in [exempt(""), exempt(by: "")] {
      #expect(try HandMade.inputs(record).exemption(.all) == nil)
    }
  }

  @Test(
    "the scope is a list of criteria or the word all, and anything else is an error",
    arguments: [("[\"c6\"]", "criterion 6"), ("[\"c4\", \"c6\"]", "criteria 4 and 6"), ("\"all\"", "all six criteria")])
  func scopeInWords(json: String, words: String) throws {
    #expect(try JSONDecoder().decode(ExemptionScope.self, from: Data(json.utf8)).words == words)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(ExemptionScope.self, from: Data("[\"c7\"]".utf8)) }
  }
}
