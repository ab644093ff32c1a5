import Rulebook
import SchoolStatistics

/// Whether a school meets a test; unknown where a figure that decides it is missing.
enum TestOutcome: UInt8, Sendable {
  case unknown, met, notMet
}

/// Everything that tests compare with.
final class TestContext: Sendable {
  let figures: SchoolFigures
  let years: StudyYears
  /// Tests percentages rounded to whole numbers.
  let testsRounded: Bool
  /// England's figure and the median of schools, by indicator, one a year.
  private let england: [String: [Rational?]]
  private let medians: [String: [Rational?]]
  private let titles: [String: String]

  init(
    figures: SchoolFigures, years: StudyYears, testsRounded: Bool, england: [String: [Rational?]],
    medians: [String: [Rational?]], titles: [String: String]
  ) {
    (self.figures, self.years, self.testsRounded) = (figures, years, testsRounded)
    (self.england, self.medians, self.titles) = (england, medians, titles)
  }

  func covers(_ year: Int) -> Bool { year >= 0 && year < years.count }
  func title(_ id: String) -> String { titles[id] ?? id }

  func bound(_ bound: SchoolTest.Bound, _ id: String, _ year: Int) -> Rational? {
    switch bound {
    case .number(let number): number
    case .england: england[id]?[year]
    case .median: medians[id]?[year]
    }
  }

  /// The bound of a change over some years: a number, England's own change, or the greater of both.
  func changeBound(_ bound: SchoolTest.Bound, _ id: String, _ year: Int, over: Int, orEngland: Bool) -> Rational? {
    var national: Rational?
    if year >= over, let now = england[id]?[year], let then = england[id]?[year - over] { national = now - then }
    switch bound {
    case .number(let number): return orEngland ? national.map { max($0, number) } ?? number : number
    case .england: return national
    case .median: return nil
    }
  }
}

extension SchoolTest.Comparison {
  var bound: SchoolTest.Bound {
    switch self {
    case .below(let bound), .above(let bound), .atLeast(let bound): bound
    }
  }

  func holds(_ value: Rational, _ bound: Rational) -> Bool {
    switch self {
    case .below: value < bound
    case .above: value > bound
    case .atLeast: value >= bound
    }
  }

  var words: String {
    switch self {
    case .below: "below"
    case .above: "above"
    case .atLeast: "at or above"
    }
  }

  var boundWords: String {
    switch bound {
    case .number: ""
    case .england: "England's "
    case .median: "the national median of "
    }
  }
}

extension Rational {
  /// Without decimals that say nothing: `55`, `58.5`, `-0.25`.
  var short: String {
    for decimals in 0...3 where rounded(decimals: decimals) == self { return text(decimals: decimals) }
    return text(decimals: 1)
  }
}
