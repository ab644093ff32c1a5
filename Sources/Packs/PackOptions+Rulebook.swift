import Rulebook
import SchoolStatistics

extension PackOptions {
  /// The rules of a year: its smallest cohort and its floors. Throws where the year has no rulebook.
  public init(_ rulebook: Rulebook, year: AcademicYear, jobs: Int) throws(RulebookError) {
    let rules = try rulebook.rules(for: year)
    var floors: [String: Floor] = [:]
    for (id, rule) in rules.schoolRules where id.hasSuffix("below-floor") {
      for (indicator, percent) in rule.test.sharesBelow where floors[indicator] == nil {
        floors[indicator] = Floor(percent: percent, words: rule.words)
      }
    }
    self.init(minimumCohort: rules.minimumSchoolCohort, floors: floors, jobs: jobs)
    choices = rulebook.choices
  }
}

extension SchoolTest {
  /// Shares of the latest year that a school has to be below, with the fixed numbers they are held against.
  fileprivate var sharesBelow: [(indicator: String, percent: Rational)] {
    switch self {
    case .all(let tests), .any(let tests), .first(let tests): tests.flatMap(\.sharesBelow)
    case .share(let indicator, .below(.number(let percent)), 0): [(indicator, percent)]
    default: []
    }
  }
}
