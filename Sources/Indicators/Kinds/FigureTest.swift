import Rulebook
import SchoolStatistics

/// One comparison of a figure of schools in one year: which figures, and with what they are compared.
final class FigureTest: Sendable {
  private let test: SchoolTest
  private let context: TestContext
  private let year: Int
  private let comparison: SchoolTest.Comparison
  private let bound: Rational
  /// Nil in a test of scores.
  private let shares: ShareOfSchools?
  /// By school × years + year; empty in a test of shares.
  private let scores: [Int64]
  /// The years whose figures are compared; the earlier one where the test is about a change.
  private let compared: Int
  private let earlier: Int?
  /// Per cent of pupils in a score, where the test asks for enough of them.
  private let coverages: [Int64]
  private let leastCoverage: Rational

  /// Nil where the year has no such figures or nothing to compare them with. Precondition: a test of a figure.
  init?(_ test: SchoolTest, _ context: TestContext, year: Int) {
    (self.test, self.context, self.year) = (test, context, year)
    var earlier: Int?
    var bound: Rational?
    var (scores, coverages): ([Int64], [Int64]) = ([], [])
    var shares: ShareOfSchools?
    var leastCoverage = 0
    switch test {
    case .share(let id, let comparison, let offset):
      (self.comparison, compared) = (comparison, year + offset)
      shares = context.figures.shares[id]
      if context.covers(compared) { bound = context.bound(comparison.bound, id, compared) }
    case .change(let id, let over, let comparison, let orEngland):
      (self.comparison, compared, earlier) = (comparison, year, year - over)
      shares = context.figures.shares[id]
      if context.covers(year - over) {
        bound = context.changeBound(comparison.bound, id, year, over: over, orEngland: orEngland)
      }
    case .score(let measure, let variant, let comparison, let coverage, let offset):
      (self.comparison, compared) = (comparison, year + offset)
      scores = context.figures.scores[.init(measure: measure, variant: variant)] ?? []
      if case .number(let number) = comparison.bound { bound = number }
      if let coverage {
        coverages = context.figures.scores[.init(measure: "va_coverage", variant: variant)] ?? []
        leastCoverage = coverage
      }
    case .all, .any, .anyKnown, .first: preconditionFailure("a test that joins others is about no figure itself")
    }
    guard let bound, context.covers(compared), shares != nil || !scores.isEmpty else { return nil }
    (self.bound, self.earlier, self.shares, self.scores) = (bound, earlier, shares, scores)
    (self.coverages, self.leastCoverage) = (coverages, Rational(leastCoverage))
  }

  func outcome(school: Int) -> TestOutcome {
    guard let value = value(school) else { return .unknown }
    return comparison.holds(value, bound) ? .met : .notMet
  }

  private func value(_ school: Int) -> Rational? {
    guard let shares else { return score(school * context.years.count + compared) }
    guard let now = percent(shares, school, compared) else { return nil }
    guard let earlier else { return now }
    return percent(shares, school, earlier).map { now - $0 }
  }

  private func percent(_ shares: ShareOfSchools, _ school: Int, _ year: Int) -> Rational? {
    let value = shares[school, at: year]?.percent
    return context.testsRounded ? value?.rounded(decimals: 0) : value
  }

  private func score(_ position: Int) -> Rational? {
    if scores[position] == SchoolFigures.noScore { return nil }
    if !coverages.isEmpty, coverages[position] != SchoolFigures.noScore,
      Rational(millionths: coverages[position]) < leastCoverage
    {
      return nil
    }
    return Rational(millionths: scores[position])
  }

  /// The comparison with the school's numbers; nil where the school has no figure.
  func words(school: Int) -> String? {
    guard let value = value(school) else { return nil }
    func share(_ year: Int) -> String { shares?[school, at: year]?.text ?? "no figure" }
    let now = context.years.year(compared).title
    switch test {
    case .share(let id, _, _):
      return
        "\(context.title(id)) \(now): \(share(compared)) is \(comparison.words) \(comparison.boundWords)\(bound.short)%"
    case .change(let id, let over, _, _):
      let then = "\(share(compared - over)) in \(context.years.year(compared - over).title)"
      return
        "\(context.title(id)): change from \(then) to \(share(compared)), \(value.text(decimals: 1)) points, is \(comparison.words) \(bound.text(decimals: 1))"
    case .score(let measure, let variant, _, _, _):
      return
        "\(variant.isEmpty ? measure.id : variant) \(now): \(value.short) is \(comparison.words) \(bound.short)"
    case .all, .any, .anyKnown, .first: return nil
    }
  }
}
