import SchoolStatistics
import Testing

@testable import Rulebook
@testable import TargetAmbition

@Suite("Bands of target ambition")
struct AmbitionBandTests {
  @Test(
    "rulebook vector 7: bands in integers, in both editions",
    arguments: [
      (19, 20, AmbitionBand.outstanding, AmbitionBand.good), (18, 19, .good, .good),
      (16, 20, .good, .needsSomeImprovement),
      (10, 20, .needsSomeImprovement, .needsSomeImprovement),
      (9, 20, .needsSignificantImprovement, .needsSignificantImprovement),
      (20, 20, .outstanding, .outstanding), (17, 20, .good, .good),
      (0, 3, .needsSignificantImprovement, .needsSignificantImprovement),
      (951, 1000, .outstanding, .outstanding), (799, 1000, .needsSomeImprovement, .needsSomeImprovement),
      (801, 1000, .good, .good), (499, 1000, .needsSignificantImprovement, .needsSignificantImprovement),
    ])
  func bands(met: Int, of schools: Int, in2009: AmbitionBand, in2007: AmbitionBand) {
    #expect(AmbitionBand.of(met: met, assessed: schools, .standards2009) == in2009)
    #expect(AmbitionBand.of(met: met, assessed: schools, .framework2007) == in2007)
  }

  @Test("18 of 19 is never Outstanding, and no band comes of no schools")
  func neverOutstanding() {
    for edition in AmbitionEdition.allCases {
      #expect(AmbitionBand.of(met: 18, assessed: 19, edition) == .good)
      #expect(AmbitionBand.of(met: 0, assessed: 0, edition) == nil)
      for schools in 1..<20 { #expect(AmbitionBand.of(met: schools - 1, assessed: schools, edition) != .outstanding) }
    }
  }

  @Test("the fewest schools for a band are the fewest that give it", arguments: 1...60)
  func fewest(schools: Int) {
    for edition in AmbitionEdition.allCases {
      for band in AmbitionBand.allCases {
        let fewest = band.fewestSchools(of: schools, edition)
        #expect(AmbitionBand.of(met: fewest, assessed: schools, edition)! <= band)
        if fewest > 0 { #expect(AmbitionBand.of(met: fewest - 1, assessed: schools, edition)! > band) }
      }
    }
  }

  @Test("a share shows best and worst case, the band without exemptions and the way to the next band")
  func share() {
    let share = AmbitionShare(
      test: .allCriteria, edition: .standards2009, met: 15, metByExemption: 1, notMet: 4, notAssessable: 2,
      candidates: [])
    #expect(share.percent == Rational(80))
    #expect(share.percentWithoutExemptions == Rational(75))
    #expect(share.bestCase == .percent(18, of: 22))
    #expect(share.worstCase == .percent(16, of: 22))
    #expect(share.band == .good)
    #expect(share.bandWithoutExemptions == .needsSomeImprovement)
    #expect(share.bestCaseBand == .good)
    #expect(share.worstCaseBand == .needsSomeImprovement)
    #expect(share.nextBand == .outstanding)
    #expect(share.schoolsToNextBand == 3)
  }
}
