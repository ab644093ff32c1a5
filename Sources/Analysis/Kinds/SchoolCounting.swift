import SchoolStatistics

/// Applies the school rules of all years: reads the figures that tests need, finds England's figures and medians, counts.
struct SchoolCounting {
  let study: Study
  let inspections: InspectionRecords

  func counts() -> [String: SchoolCount] {
    let ids = study.rulebook.catalogue.compactMap { entry -> String? in
      if case .schools = entry.calculation { return entry.indicator.id }
      return nil
    }
    let rules = study.rules.compactMap { $0 }.flatMap { year in
      ids.filter { year.indicators.contains($0) }.compactMap { year.schoolRules[$0] }
    }
    guard !rules.isEmpty, !study.data.schools.isEmpty else { return [:] }
    var needs = Needs()
    for rule in rules { needs.add(rule.test) }
    let context = context(needs)
    let inCategory =
      rules.contains { $0.excludesCategories }
      ? (0..<study.years.count).map { inspections.inCategory(study.years.year($0)) }
      : [Set<Int>](repeating: [], count: study.years.count)
    let known = study
    let counts = mapInParallel(ids.count, block: 1) { SchoolCount(known, ids[$0], context, inCategory: inCategory) }
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
    let figures = SchoolFigures(study, shares: needs.shares, scores: needs.scores)
    var england: [String: [Rational?]] = [:]
    for id in needs.england.sorted() {
      guard let share = study.share(id) else { continue }
      let source = ShareSource(study, id, share, share.group)
      england[id] = (0..<study.years.count).map { source.figure(year: $0, area: 0).value.value }
    }
    var medians: [String: [Rational?]] = [:]
    for id in needs.medians.sorted() {
      medians[id] = (0..<study.years.count).map { year in
        study.rules[year]?.medians[id] ?? median(id, figures, year)
      }
    }
    return TestContext(
      figures: figures, years: study.years, testsRounded: study.rulebook.choices.testsRoundedPercentages,
      england: england,
      medians: medians,
      titles: Dictionary(
        uniqueKeysWithValues: study.rulebook.catalogue.map { ($0.indicator.id, $0.indicator.shortTitle) }))
  }

  /// The median of mainstream schools, where the data cover England; type 7, the mean of the two middle schools.
  private func median(_ id: String, _ figures: SchoolFigures, _ year: Int) -> Rational? {
    guard let share = study.share(id), let cells = study.shareCells[ShareSlot(share: share, group: share.group)],
      study.isCovered(cells[study.cell(year, 0)].authorities, year: year, area: 0), let shares = figures.shares[id]
    else { return nil }
    let minimum = Int32(study.rules[year]?.minimumSchoolCohort ?? 11)
    let values = study.data.schools.indices.compactMap { school -> Rational? in
      guard study.homes.scopes[school] & SchoolScope.mainstream.bit != 0 else { return nil }
      let share = shares[school * study.years.count + year]
      return share.denominator >= minimum || share.denominator < 0 ? share.value : nil
    }.sorted()
    guard !values.isEmpty else { return nil }
    return (values[(values.count - 1) / 2] + values[values.count / 2]) / Rational(2)
  }
}
