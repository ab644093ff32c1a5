import SchoolStatistics
import Statistics
import Testing

@testable import Report

@Suite struct FigureTextTests {
  private let percent = FixtureCatalogue.indicators.first { $0.id == "ks2-l4-em" }!
  private let gap = FixtureCatalogue.indicators.first { $0.id == "ks2-fsm-gap" }!

  @Test func `counts have commas between thousands`() {
    #expect(
      [0, 7, 999, 1000, 580_000, -1234].map { FigureText.count($0) } == [
        "0", "7", "999", "1,000", "580,000", "\u{2212}1,234",
      ])
  }

  @Test func `values carry their unit and a true minus sign`() {
    #expect(FigureText.value(.percent(2481, of: 3479), percent) == "71.3%")
    #expect(FigureText.value(Rational(-5, 2), gap) == "\u{2212}2.5\u{00A0}pp")
    #expect(FigureText.value(.missing(.suppressed), percent) == "suppressed")
  }

  @Test func `differences carry their sign unless they round to nothing`() {
    #expect(FigureText.signed(Rational(9, 10), decimals: 1) == "+0.9")
    #expect(FigureText.signed(Rational(-6, 10), decimals: 1) == "\u{2212}0.6")
    #expect(FigureText.signed(Rational(-4, 100), decimals: 1) == "0.0")
  }

  @Test func `intervals are rounded half away from zero`() {
    #expect(FigureText.interval(ConfidenceInterval(lower: -28.25, upper: 0.05), decimals: 1) == "\u{2212}28.3 to 0.1")
  }

  @Test func `ordinals follow English`() {
    #expect(
      [1, 2, 3, 4, 11, 12, 13, 21, 61, 101, 111].map(OrdinalText.ordinal) == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "61st", "101st", "111th",
      ])
  }

  @Test func `a fall is better where a low figure is good`() {
    #expect(Direction(Rational(-1), gap) == .better)
    #expect(Direction(Rational(-1), percent) == .worse)
    #expect(Direction(Rational(4, 100), percent) == .same)
    #expect(Direction(.above, .low) == .worse)
    #expect(Direction(.notSignificant, .high) == nil)
  }
}
