import SchoolStatistics

/// A condition on schools in one year, its figures and bounds found: what is put to thousands of schools.
enum YearTest: Sendable {
  case all([YearTest])
  case any([YearTest])
  case anyKnown([YearTest])
  case first([YearTest])
  case figure(FigureTest)
  /// There are no figures or no bound in the year.
  case unknown

  init(_ test: SchoolTest, _ context: TestContext, year: Int) {
    func parts(_ tests: [SchoolTest]) -> [YearTest] { tests.map { YearTest($0, context, year: year) } }
    switch test {
    case .all(let tests): self = .all(parts(tests))
    case .any(let tests): self = .any(parts(tests))
    case .anyKnown(let tests): self = .anyKnown(parts(tests))
    case .first(let tests): self = .first(parts(tests))
    case .share, .change, .score: self = FigureTest(test, context, year: year).map { .figure($0) } ?? .unknown
    }
  }

  /// Source: rulebook §1.5 (strict comparison on unrounded percentages) and 2.
  func outcome(school: Int) -> TestOutcome {
    switch self {
    case .all(let tests):
      var outcome = TestOutcome.met
      for test in tests {
        switch test.outcome(school: school) {
        case .notMet: return .notMet
        case .unknown: outcome = .unknown
        case .met: break
        }
      }
      return outcome
    case .any(let tests):
      var outcome = TestOutcome.notMet
      for test in tests {
        switch test.outcome(school: school) {
        case .met: return .met
        case .unknown: outcome = .unknown
        case .notMet: break
        }
      }
      return outcome
    case .anyKnown(let tests):
      var outcome = TestOutcome.unknown
      for test in tests {
        switch test.outcome(school: school) {
        case .met: return .met
        case .notMet: outcome = .notMet
        case .unknown: break
        }
      }
      return outcome
    case .first(let tests):
      for test in tests {
        let outcome = test.outcome(school: school)
        if outcome != .unknown { return outcome }
      }
      return .unknown
    case .figure(let test): return test.outcome(school: school)
    case .unknown: return .unknown
    }
  }

  /// The comparisons that were made, in words, for a school that meets the test.
  func words(school: Int) -> [String] {
    switch self {
    case .all(let tests): tests.flatMap { $0.words(school: school) }
    case .any(let tests), .anyKnown(let tests):
      tests.filter { $0.outcome(school: school) == .met }.flatMap { $0.words(school: school) }
    case .first(let tests): tests.first { $0.outcome(school: school) != .unknown }?.words(school: school) ?? []
    case .figure(let test): test.words(school: school).map { [$0] } ?? []
    case .unknown: []
    }
  }
}
