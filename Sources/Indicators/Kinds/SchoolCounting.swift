import Rulebook
import SchoolStatistics

/// Applies the school rules of all years: reads the figures that tests need, finds England's figures and medians, counts.
struct SchoolCounting {
  let study: Study
  let jobs: Int

  func counts() -> [String: SchoolCount] {
    let ids = study.rulebook.catalogue.compactMap { $0.calculation is SchoolsCalculation ? $0.indicator.id : nil }
    let rules = study.rules.compactMap { $0 }.flatMap { year in
      ids.filter { year.indicators.contains($0) }.compactMap { year.schoolRules[$0] }
    }
    guard !rules.isEmpty, !study.data.schools.isEmpty else { return [:] }
    var needs = Needs()
    for rule in rules { needs.add(rule.test) }
    let context = context(needs)
    let inCategory =
      rules.contains { $0.excludesCategories }
      ? study.schoolsInCategory
      : [Set<Int>](repeating: [], count: study.years.count)
    let known = study
    let counts = mapInParallel(ids.count, block: 1, jobs: jobs) {
      SchoolCount(known, ids[$0], context, inCategory: inCategory)
    }
    return Dictionary(uniqueKeysWithValues: zip(ids, counts))
  }

  /// The figures that tests name.
  private struct Needs {
    var shares: Set<String> = []
    var scores: Set<SchoolFigures.ScoreKey> = []
    var england: Set<String> = []
    var medians: Set<String> = []

    mutating func add(_ test: SchoolTest) {
      switch test {
      case .all(let tests), .any(let tests), .anyKnown(let tests), .first(let tests): for test in tests { add(test) }
      case .share(let id, let comparison, _): add(id, comparison, orEngland: false)
      case .change(let id, _, let comparison, let orEngland): add(id, comparison, orEngland: orEngland)
      case .score(let measure, let variant, _, let coverage, _):
        scores.insert(.init(measure: measure, variant: variant))
        if coverage != nil { scores.insert(.init(measure: "va_coverage", variant: variant)) }
      }
    }

    private mutating func add(_ id: String, _ comparison: SchoolTest.Comparison, orEngland: Bool) {
      shares.insert(id)
      switch comparison.bound {
      case .england: england.insert(id)
      case .median: medians.insert(id)
      case .number: if orEngland { england.insert(id) }
      }
    }
  }

  private func context(_ needs: Needs) -> TestContext {
    let figures = SchoolFigures(study, shares: needs.shares, scores: needs.scores, jobs: jobs)
    var england: [String: [Rational?]] = [:]
    for id in needs.england.sorted() {
      guard let share = study.share(id) else { continue }
      let source = ShareSource(study, id, share, share.group)
      england[id] = (0..<study.years.count).map { source.figure(year: $0, area: 0).value.value }
    }
    let width = study.years.count
    let ids = needs.medians.sorted()
    let medians = mapInParallel(ids.count * width, block: 1, jobs: jobs) { [study] position in
      let (id, year) = (ids[position / width], position % width)
      return study.rules[year]?.medians[id] ?? Self.median(study, id, figures, year)
    }
    return TestContext(
      figures: figures, years: study.years, testsRounded: study.rulebook.choices.testsRoundedPercentages,
      england: england,
      medians: Dictionary(
        uniqueKeysWithValues: ids.enumerated().map { ($1, Array(medians[($0 * width)..<(($0 + 1) * width)])) }),
      titles: Dictionary(
        uniqueKeysWithValues: study.rulebook.catalogue.map { ($0.indicator.id, $0.indicator.shortTitle) }))
  }

  /// The median of mainstream schools, where the data cover England; type 7, the mean of the two middle schools.
  private static func median(_ study: Study, _ id: String, _ figures: SchoolFigures, _ year: Int) -> Rational? {
    guard let share = study.share(id), let cells = study.shareCells[ShareSlot(share: share, group: share.group)],
      study.isCovered(cells[study.cell(year, 0)].authorities, year: year, area: 0), let shares = figures.shares[id]
    else { return nil }
    let minimum = study.rules[year]?.minimumSchoolCohort ?? 11
    let scopes = study.homes.scopes
    var values: [Rational] = []
    for school in scopes.indices where scopes[school] & SchoolScope.mainstream.bit != 0 {
      if let share = shares[school, at: year], share.cohort.map({ $0 >= minimum }) ?? true {
        values.append(share.percent)
      }
    }
    guard !values.isEmpty else { return nil }
    let upper = values.select(values.count / 2)
    // Of an even number the other middle one is the largest of those before it.
    let lower = values.count.isMultiple(of: 2) ? values[..<(values.count / 2)].max()! : upper
    return (lower + upper) / Rational(2)
  }
}
