import SchoolStatistics
import Testing

@testable import Packs
@testable import Rulebook
@testable import TargetAmbition

/// Year and quarter of the sentence are those of one score, the newest.
@Suite struct ValueAddedQuarterTests {
  private let last = AcademicYear(ending: 2010)

  private func standing(_ year: Int, rank: Int) -> ValueAddedStanding {
    var standing = ValueAddedStanding(
      school: 0, phase: .primary, measure: "cva_ks1_ks2", year: AcademicYear(ending: year),
      score: .value(Rational(100)),
      lower: .value(Rational(99)), upper: .value(Rational(101)), coverage: .value(Rational(100)), pupils: .count(30),
      significance: .notSignificant, unranked: nil, publishedPercentile: .missing(.notSupplied),
      sourceLine: SourceLine(source: 0, line: 2))
    standing.national = ValueAddedRank(rank: rank, ranked: 100)
    return standing
  }

  /// The target of 2011 was set in 2009, when the school was in the given quarter.
  private func sentences(_ standings: [ValueAddedStanding], quarterOfRound: Int) -> [String] {
    var evidence = PackEvidence(
      school: OddSchools.school(999_999), position: 0, years: [last - 1, last], minimumCohort: 11, floors: [:],
      indicators: [:], measures: [], distributions: PackDistributions(), values: [])
    evidence.ambition.standings = standings
    evidence.ambition.targets = [
      SchoolAmbition(
        school: 0, authority: OddSchools.authority, phase: .primary, measure: "ks2_l4_em", isHeadline: true,
        targetYear: AcademicYear(ending: 2011), roundYear: last - 1, cohort: 30, targetPupils: 24,
        target: .value(Rational(80)),
        estimateB: .missing(.notSupplied), benchmark: nil,
        judgements: [
          .standards2009: EditionJudgement(
            outcomes: Array(repeating: .met, count: 6), pupilsNeeded: Array(repeating: 0, count: 6), verdict: .met)
        ],
        exemption: nil, latest: .missing(.notSupplied), latestYear: nil, nationalQuartile: quarterOfRound,
        similarQuartile: nil, sources: [])
    ]
    return NotableSentences.choose(
      evidence, season: .autumn, rules: [ValueAddedQuarter(end: .highest), ValueAddedQuarter(end: .lowest)]
    ).raised.map(\.text)
  }

  @Test func `a quarter of the round of targets is not told as that of a newer score`() {
    #expect(sentences([standing(2009, rank: 10), standing(2010, rank: 60)], quarterOfRound: 1).isEmpty)
  }

  @Test func `a newer score is told with its own year and quarter`() {
    #expect(
      sentences([standing(2009, rank: 10), standing(2010, rank: 90)], quarterOfRound: 1)
        == ["Value added is in the lowest quarter of schools in 2010."])
  }

  @Test func `where the newest score is that of the round its quarter is quoted`() {
    #expect(
      sentences([standing(2009, rank: 10)], quarterOfRound: 1)
        == ["Value added is in the highest quarter of schools in 2009: quartile 1 of England."])
  }

  @Test func `middle quarters are not notable`() {
    #expect(sentences([standing(2010, rank: 40)], quarterOfRound: 2).isEmpty)
  }
}
