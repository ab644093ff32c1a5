import SchoolStatistics

/// Whether a school meets a test; unknown where a figure that decides it is missing.
enum TestOutcome: UInt8, Sendable {
  case unknown, met, notMet
}

/// Everything that a test compares with.
struct TestContext: Sendable {
  let figures: SchoolFigures
  let years: StudyYears
  /// Tests percentages rounded to whole numbers.
  let testsRounded: Bool
  /// England's figure and the median of schools, by indicator, one a year.
  let england: [String: [Rational?]]
  let medians: [String: [Rational?]]
  let titles: [String: String]

  func share(_ id: String, _ school: Int, _ year: Int) -> TestedShare? {
    guard year >= 0, year < years.count, let shares = figures.shares[id] else { return nil }
    return shares[school * years.count + year]
  }

  func value(_ id: String, _ school: Int, _ year: Int) -> Rational? {
    let value = share(id, school, year)?.value
    return testsRounded ? value?.rounded(decimals: 0) : value
  }

  func score(_ measure: Measure, _ variant: String, _ school: Int, _ year: Int) -> Rational? {
    guard year >= 0, year < years.count, let scores = figures.scores[.init(measure: measure, variant: variant)] else {
      return nil
    }
    let score = scores[school * years.count + year]
    return score == SchoolFigures.noScore ? nil : Rational(millionths: score)
  }

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

extension SchoolTest {
  /// Source: rulebook §1.5 (strict comparison on unrounded percentages) and 2.
  func outcome(_ context: TestContext, school: Int, year: Int) -> TestOutcome {
    switch self {
    case .all(let tests):
      var outcome = TestOutcome.met
      for test in tests {
        switch test.outcome(context, school: school, year: year) {
        case .notMet: return .notMet
        case .unknown: outcome = .unknown
        case .met: break
        }
      }
      return outcome
    case .any(let tests):
      var outcome = TestOutcome.notMet
      for test in tests {
        switch test.outcome(context, school: school, year: year) {
        case .met: return .met
        case .unknown: outcome = .unknown
        case .notMet: break
        }
      }
      return outcome
    case .anyKnown(let tests):
      let outcomes = tests.map { $0.outcome(context, school: school, year: year) }
      return outcomes.contains(.met) ? .met : outcomes.contains(.notMet) ? .notMet : .unknown
    case .first(let tests):
      return tests.lazy.map { $0.outcome(context, school: school, year: year) }.first { $0 != .unknown } ?? .unknown
    default:
      guard let (value, comparison, bound) = operands(context, school: school, year: year) else { return .unknown }
      return comparison.holds(value, bound) ? .met : .notMet
    }
  }

  private func operands(_ context: TestContext, school: Int, year: Int) -> (Rational, Comparison, Rational)? {
    switch self {
    case .share(let id, let comparison, let offset):
      guard let value = context.value(id, school, year + offset),
        let bound = context.bound(comparison.bound, id, year + offset)
      else { return nil }
      return (value, comparison, bound)
    case .change(let id, let over, let comparison, let orEngland):
      guard let now = context.value(id, school, year), let then = context.value(id, school, year - over),
        let bound = context.changeBound(comparison.bound, id, year, over: over, orEngland: orEngland)
      else { return nil }
      return (now - then, comparison, bound)
    case .score(let measure, let variant, let comparison, let coverage, let offset):
      guard let value = context.score(measure, variant, school, year + offset),
        case .number(let bound) = comparison.bound
      else { return nil }
      if let coverage, let known = context.score("va_coverage", variant, school, year + offset),
        known < Rational(coverage)
      {
        return nil
      }
      return (value, comparison, bound)
    case .all, .any, .anyKnown, .first: return nil
    }
  }

  /// The comparisons that were made, in words, for a school that meets the test.
  func words(_ context: TestContext, school: Int, year: Int) -> [String] {
    switch self {
    case .all(let tests): return tests.flatMap { $0.words(context, school: school, year: year) }
    case .any(let tests), .anyKnown(let tests):
      return tests.filter { $0.outcome(context, school: school, year: year) == .met }.flatMap {
        $0.words(context, school: school, year: year)
      }
    case .first(let tests):
      return tests.first { $0.outcome(context, school: school, year: year) != .unknown }?.words(
        context, school: school, year: year) ?? []
    default:
      guard let (value, comparison, bound) = operands(context, school: school, year: year) else { return [] }
      return [sentence(context, school, year, value, comparison, bound)]
    }
  }

  private func sentence(
    _ context: TestContext, _ school: Int, _ year: Int, _ value: Rational, _ comparison: Comparison, _ bound: Rational
  ) -> String {
    switch self {
    case .share(let id, _, let offset):
      let share = context.share(id, school, year + offset)?.text ?? ""
      return
        "\(context.titles[id] ?? id) \(context.years.year(year + offset).title): \(share) is \(comparison.words) \(comparison.boundWords)\(bound.short)%"
    case .change(let id, let over, _, _):
      let then = context.share(id, school, year - over)?.text ?? ""
      let now = context.share(id, school, year)?.text ?? ""
      return
        "\(context.titles[id] ?? id): change from \(then) in \(context.years.year(year - over).title) to \(now), \(value.text(decimals: 1)) points, is \(comparison.words) \(bound.text(decimals: 1))"
    case .score(let measure, let variant, _, _, let offset):
      return
        "\(variant.isEmpty ? measure.id : variant) \(context.years.year(year + offset).title): \(value.short) is \(comparison.words) \(bound.short)"
    case .all, .any, .anyKnown, .first: return ""
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
