import SchoolStatistics
import Testing

@testable import Indicators

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
