import SchoolStatistics
import Testing

@testable import Statistics

struct TwoSampleTests {
  private func share(_ n: Int, _ d: Int) -> SampledShare { SampledShare(pupils: d, percent: .percent(n, of: d)) }

  /// Probabilities worked out apart from this project's code.
  @Test(arguments: [
    (18, 30, 25, 30, 0.044913), (60, 120, 80, 120, 0.008829), (3, 10, 9, 10, 0.019767), (0, 20, 5, 20, 0.047124),
  ])
  func `another year is another sample: pooled z, and Fisher's test where few are expected`(
    a: Int, n: Int, b: Int, m: Int, p: Double
  ) {
    let test = TwoSampleTest(share(a, n), share(b, m))
    #expect(abs(test.probability - p) < 0.000_01)
    #expect(test.significance == .below)
  }

  /// Five expected in the smaller cell exactly: 10 of 48 without it, 10 of 74, whichever way a quotient is rounded.
  @Test(arguments: [
    (22, 24, 16, 24, 0.032969, Significance.above), (16, 24, 22, 24, 0.032969, .below),
    (29, 37, 35, 37, 0.041328, .below), (35, 37, 29, 37, 0.041328, .above),
  ])
  func `five expected are enough for the z test, exactly`(
    a: Int, n: Int, b: Int, m: Int, p: Double, significance: Significance
  ) {
    let test = TwoSampleTest(share(a, n), share(b, m))
    #expect(abs(test.probability - p) < 0.000_01)
    #expect(test.significance == significance)
  }

  /// Every cohort and share at which exactly five are expected, and one pupil fewer, at which fewer are.
  @Test func `five expected are enough for the test against England, exactly`() {
    for pupils in 11...400 {
      let national = Rational(500, Int64(pupils))
      let percent = Rational.percent(1, of: pupils)
      #expect(!SignificanceTest(pupils: pupils, percent: percent, national: national).isTooSmall)
      #expect(!SignificanceTest(pupils: pupils, percent: percent, national: Rational(100) - national).isTooSmall)
      #expect(SignificanceTest(pupils: pupils - 1, percent: Rational(50), national: national).isTooSmall)
    }
  }

  @Test func `the best of three is allowed for`() {
    #expect(TwoSampleTest(share(60, 120), share(77, 120)).significance == .below)
    #expect(TwoSampleTest(share(60, 120), share(77, 120), bestOf: 3).significance == .notSignificant)
  }

  @Test func `a rounded percentage carries its rounding into its test and its interval`() {
    let half = Rational(1, 2)
    let exact = SampledShare(pupils: 2000, percent: Rational(88))
    let whole = SampledShare(pupils: 2000, percent: Rational(88), rounding: half)
    #expect(SignificanceTest(exact, ComparatorShare(percent: Rational(86))).significance == .above)
    #expect(SignificanceTest(whole, ComparatorShare(percent: Rational(86))).significance == .notSignificant)
    let interval = wilsonInterval(SampledShare(pupils: 550_000, percent: Rational(88), rounding: half))!
    #expect(abs(interval.lower - 87.412) < 0.001 && abs(interval.upper - 88.584) < 0.001)
  }

  @Test func `no row falls between the tests: few expected of very many have an exact probability`() {
    #expect(SignificanceTest(pupils: 1780, percent: .percent(9, of: 1780), national: Rational(2, 10)).isTooSmall)
    let p = binomialProbability(9, of: 1780, share: 0.002)
    #expect(p > 0.005 && p < 0.02)
    #expect(binomialProbability(0, of: 600_000, share: 0.000_005) > 0.04)
  }

  @Test func `of many tested at once those stay that a false-discovery rate of 5% allows`() {
    #expect(falseDiscoveries([0.04, 0.001, 0.6, 0.012, 0.02]) == [true, true, false, true, true])
    #expect(falseDiscoveries([0.03, 0.2, 0.5]) == [false, false, false])
    #expect(falseDiscoveries([]) == [])
  }
}
