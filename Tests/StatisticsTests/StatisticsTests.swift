import SchoolStatistics
import Testing

@testable import Statistics

struct StatisticsTests {
  /// Rulebook §7.1.
  @Test(arguments: [
    (12, 20, 38.66, 78.12), (0, 8, 0, 32.44), (8, 8, 67.56, 100), (15, 28, 35.81, 70.47), (55, 100, 45.24, 64.39),
    (150, 300, 44.38, 55.62),
  ])
  func `Wilson's interval`(n: Int, d: Int, lower: Double, upper: Double) throws {
    let interval = try #require(wilsonInterval(n, of: d))
    #expect(abs(interval.lower - lower) < 0.006 && abs(interval.upper - upper) < 0.006)
  }

  @Test func `Newcombe's interval for 56 of 70 less 48 of 80`() throws {
    // Newcombe 1998, table II (a): 0.0524 to 0.3339.
    let interval = try #require(newcombeInterval(56, of: 70, minus: 48, of: 80))
    #expect(abs(interval.lower - 5.24) < 0.01 && abs(interval.upper - 33.39) < 0.01)
  }

  /// Rulebook §7.2.
  @Test(arguments: [(60, 30, -1.464, Significance.notSignificant), (60, 120, -2.928, .below), (85, 60, 2.243, .above)])
  func `the test against England`(percent: Int, pupils: Int, z: Double, expected: Significance) {
    let test = SignificanceTest(pupils: pupils, percent: Rational(percent), national: Rational(72))
    #expect(abs(test.z - z) < 0.001)
    #expect(test.significance == expected)
  }

  @Test(arguments: [(18, 30, 0.1556), (72, 120, 0.0044), (51, 60, 0.0298), (4, 9, 0.1282)])
  func `exact binomial probabilities`(n: Int, d: Int, expected: Double) {
    #expect(abs(binomialProbability(n, of: d, share: 0.72) - expected) < 0.00006)
  }

  @Test func `small cohorts get no verdict`() {
    let test = SignificanceTest(pupils: 9, percent: Rational(400, 9), national: Rational(72))
    #expect(test.isTooSmall && test.significance == .notTested)
  }
}
