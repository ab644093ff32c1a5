import SchoolStatistics
import Testing

@testable import Indicators
@testable import Statistics

@Suite("Quartiles, bands and deciles")
struct BandTests {
  let vector = [64, 66, 67, 68, 70, 71, 72, 72, 74, 75, 78, 81].map { Rational($0) }

  @Test("the type-7 check of the rulebook holds exactly")
  func typeSeven() {
    #expect(cuts(vector, into: 4) == [Rational(6775, 100), Rational(715, 10), Rational(7425, 100)])
  }

  @Test("one value is its own quartile, and two values are cut at their quarters")
  func fewValues() {
    #expect(cuts([Rational(5)], into: 4) == [Rational(5), Rational(5), Rational(5)])
    #expect(cuts([Rational(0), Rational(1)], into: 4) == [Rational(1, 4), Rational(1, 2), Rational(3, 4)])
  }

  // numpy.quantile(range 1…10, q) for q = 0.1, 0.2 … 0.9.
  @Test("deciles are type-7 quantiles at the tenths")
  func deciles() {
    let tenths = cuts((1...10).map { Rational($0) }, into: 10)
    #expect(tenths == [19, 28, 37, 46, 55, 64, 73, 82, 91].map { Rational($0, 10) })
    #expect(decile(of: Rational(10), deciles: tenths, polarity: .high) == 1)
    #expect(decile(of: Rational(1), deciles: tenths, polarity: .high) == 10)
    #expect(decile(of: Rational(1), deciles: tenths, polarity: .low) == 1)
  }

  // Rulebook §13, vector 10.
  @Test("a high value equal to the third quartile is band B, and yet in the top quartile by the inclusive test")
  func equalToThirdQuartile() {
    let quartiles = [67, 71, 75].map { Rational($0) }
    #expect(quartileBand(of: Rational(75), quartiles: quartiles, polarity: .high) == .b)
    #expect(isTopQuartile(Rational(75), quartiles: quartiles, polarity: .high))
    #expect(quartileBand(of: Rational(7501, 100), quartiles: quartiles, polarity: .high) == .a)
    #expect(!isTopQuartile(Rational(7499, 100), quartiles: quartiles, polarity: .high))
  }

  @Test("a low value equal to the first quartile is band A, and equals go to the better band at every cut")
  func lowEquals() {
    let quartiles = [3, 5, 8].map { Rational($0) }
    let bands = [3, 5, 8, 9].map { quartileBand(of: Rational($0), quartiles: quartiles, polarity: .low) }
    #expect(bands == [.a, .b, .c, .d])
    #expect(isTopQuartile(Rational(3), quartiles: quartiles, polarity: .low))
  }

  // The nearest peer prints band C of a high-is-good measure from one step too high, so that a value can stand in
  // two bands (fault 2); here the bands share their cuts.
  @Test("every value stands in exactly one band")
  func oneBandEach() {
    let quartiles = cuts(vector, into: 4)
    for value in vector {
      let band = quartileBand(of: value, quartiles: quartiles, polarity: .high)
      let inside: [QuartileBand: Bool] = [
        .d: value <= quartiles[0], .c: value > quartiles[0] && value <= quartiles[1],
        .b: value > quartiles[1] && value <= quartiles[2], .a: value > quartiles[2],
      ]
      #expect(inside.filter(\.value).map(\.key) == [band])
    }
  }

  // Fault 3: labels rounded, bands not.
  @Test("printed cut-offs have enough decimals that no printed value lies outside its printed band")
  func labelsAgree() {
    // To one decimal all of the middle values print as 70.3 while their bands differ.
    let values = [Rational(60), Rational(70_26, 100), Rational(70_31, 100), Rational(70_33, 100), Rational(80)].sorted()
    let quartiles = cuts(values, into: 4)
    let decimals = shownDecimals(values, quartiles: quartiles, polarity: .high, from: 1)
    #expect(decimals == 2)
    let printed = quartiles.map { $0.rounded(decimals: decimals) }
    for value in values {
      #expect(
        quartileBand(of: value.rounded(decimals: decimals), quartiles: printed, polarity: .high)
          == quartileBand(of: value, quartiles: quartiles, polarity: .high))
    }
  }
}
