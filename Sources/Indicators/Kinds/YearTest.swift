import Rulebook
import SchoolStatistics

/// A condition on schools in one year, its figures and bounds found: what is put to thousands of schools.
enum YearTest: Sendable {
  case all([YearTest])
  /// As `all`, and unknown where any of them is.
  case allKnown([YearTest])
  case any([YearTest])
  case anyKnown([YearTest])
  case first([YearTest])
  case figure(FigureTest)
  /// There are no figures or no bound in the year.
  case unknown

  /// - Parameter needsAll: a school of which one of the outermost tests is unknown is not judged.
  init(_ test: SchoolTest, _ context: TestContext, year: Int, needsAll: Bool = false) {
    func parts(_ tests: [SchoolTest]) -> [YearTest] { tests.map { YearTest($0, context, year: year) } }
    switch test {
    case .all(let tests): self = needsAll ? .allKnown(parts(tests)) : .all(parts(tests))
    case .any(let tests): self = .any(parts(tests))
    case .anyKnown(let tests): self = .anyKnown(parts(tests))
    case .first(let tests): self = .first(parts(tests))
    case .share, .change, .score: self = FigureTest(test, context, year: year).map { .figure($0) } ?? .unknown
    }
  }

  /// Of each school, test by test, so that a test is looked up once for all of them.
  ///
  /// Source: rulebook §1.5 (strict comparison on unrounded percentages) and 2.
  func outcomes(of schools: [Int]) -> [TestOutcome] {
    switch self {
    case .all(let tests):
      Self.join(tests, schools, .met) { $0 == .notMet || $1 == .met ? $0 : $1 }
    case .allKnown(let tests):
      Self.join(tests, schools, .met) { $0 == .unknown || $1 == .met ? $0 : $1 == .unknown ? .unknown : .notMet }
    case .any(let tests):
      Self.join(tests, schools, .notMet) { $0 == .met || $1 == .notMet ? $0 : $1 }
    case .anyKnown(let tests):
      Self.join(tests, schools, .unknown) { $0 == .met || $1 == .unknown ? $0 : $1 }
    case .first(let tests):
      Self.join(tests, schools, .unknown) { $0 == .unknown ? $1 : $0 }
    case .figure(let test): schools.map { test.outcome(school: $0) }
    case .unknown: Array(repeating: .unknown, count: schools.count)
    }
  }

  private static func join(
    _ tests: [YearTest], _ schools: [Int], _ start: TestOutcome, _ joined: (TestOutcome, TestOutcome) -> TestOutcome
  ) -> [TestOutcome] {
    var outcomes = Array(repeating: start, count: schools.count)
    for test in tests {
      for (position, outcome) in test.outcomes(of: schools).enumerated() {
        outcomes[position] = joined(outcomes[position], outcome)
      }
    }
    return outcomes
  }

  private func outcome(school: Int) -> TestOutcome { outcomes(of: [school])[0] }

  /// The comparisons that were made, in words, for a school that meets the test.
  func words(school: Int) -> [String] {
    switch self {
    case .all(let tests), .allKnown(let tests): tests.flatMap { $0.words(school: school) }
    case .any(let tests), .anyKnown(let tests):
      tests.filter { $0.outcome(school: school) == .met }.flatMap { $0.words(school: school) }
    case .first(let tests): tests.first { $0.outcome(school: school) != .unknown }?.words(school: school) ?? []
    case .figure(let test): test.words(school: school).map { [$0] } ?? []
    case .unknown: []
    }
  }
}
