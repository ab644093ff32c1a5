import SchoolStatistics
import Testing

@testable import Indicators

@Suite("Pupils or schools to the next band")
struct NeededTests {
  // Rulebook §6.5.
  @Test("1,380 of 2,000 is 51 pupils from passing 71.5% and 50 from reaching it")
  func rulebookExample() {
    let line = Rational(715, 10)
    #expect(neededForPercent(line, numerator: 1380, denominator: 2000, polarity: .high) == 51)
    #expect(neededForPercent(line, numerator: 1380, denominator: 2000, polarity: .high, isInclusive: true) == 50)
  }

  @Test("the count is enough and one fewer is not, for every line and cohort tried")
  func isTheLeastThatWorks() {
    for denominator in [7, 31, 199, 2000] {
      for tenths in stride(from: 5, through: 950, by: 45) {
        let line = Rational(Int64(tenths), 10)
        let numerator = denominator / 3
        if let n = neededForPercent(line, numerator: numerator, denominator: denominator, polarity: .high), n > 0 {
          #expect(Rational.percent(numerator + n, of: denominator) > line)
          #expect(Rational.percent(numerator + n - 1, of: denominator) <= line)
        }
        if let n = neededForPercent(line, numerator: numerator, denominator: denominator, polarity: .low), n > 0 {
          #expect(Rational.percent(numerator - n, of: denominator) <= line)
          #expect(Rational.percent(numerator - n + 1, of: denominator) > line)
        }
      }
    }
  }

  @Test("a line that the whole cohort could not pass has no number of pupils")
  func outOfReach() {
    #expect(neededForPercent(Rational(100), numerator: 8, denominator: 10, polarity: .high) == nil)
    #expect(neededForPercent(Rational(50), numerator: 0, denominator: 0, polarity: .high) == nil)
  }

  @Test("schools below the floor: five against a line of 3.25 are two too many")
  func schools() {
    #expect(neededForCount(Rational(325, 100), count: 5, polarity: .low) == 2)
    #expect(neededForCount(Rational(325, 100), count: 3, polarity: .low) == 0)
  }

  @Test("a gap of 24.1 points on 580 pupils is 13 pupils from 22 points")
  func gap() {
    #expect(neededForGap(Rational(22), gap: Rational(241, 10), numerator: 298, denominator: 580) == 13)
    #expect(neededForGap(Rational(0), gap: Rational(50), numerator: 9, denominator: 10) == nil)
  }
}

@Suite("Mean of statistical neighbours")
struct NeighbourMeanTests {
  func millionths(_ values: [Rational]) -> [Int64] { values.map { $0.roundedUnits(decimals: 6) } }
  func millionths(_ values: [Int]) -> [Int64] { millionths(values.map { Rational($0) }) }

  @Test("the mean is unweighted and leaves out neighbours without data")
  func mean() {
    #expect(neighbourMean(millionths([60, 70, 71, 72, 77]), minimum: 5) == .value(Rational(70)))
  }

  @Test("fewer than five neighbours give a reason, not a mean")
  func tooFew() {
    #expect(neighbourMean(millionths([60, 70, 71, 72]), minimum: 5) == .missing(.tooFew))
    #expect(neighbourMean(millionths([Int]()), minimum: 5) == .missing(.notSupplied))
  }

  @Test("ten percentages of large cohorts do not overflow")
  func largeDenominators() {
    let values = (0..<10).map { Rational.percent(7919 + $0, of: 10_007 + 2 * $0) }
    let mean = neighbourMean(millionths(values), minimum: 5).value!.double
    let expected = values.map(\.double).reduce(0, +) / 10
    #expect(abs(mean - expected) < 0.000_001)
  }
}
