import SchoolStatistics

/// One run of the analysis: the data put in places and years, pooled, with the rules of each year at hand.
struct Study: Sendable {
  let data: SchoolData
  let rulebook: Rulebook
  let years: StudyYears
  let areas: AreaIndex
  let homes: SchoolHomes
  let pooling: SharePooling
  let published: PublishedIndex
  /// By year; nil where a year has no rulebook.
  let rules: [YearRules?]
  private(set) var shareCells: [ShareSlot: [PoolCell]] = [:]
  private(set) var meanCells: [MeanSlot: [MeanCell]] = [:]
  private(set) var earlyYears: [EarlyYearsGapCell?] = []

  init(_ data: SchoolData, _ rulebook: Rulebook, _ years: StudyYears) {
    (self.data, self.rulebook, self.years) = (data, rulebook, years)
    rules = (0..<years.count).map { rulebook.rules(years.year($0)) }
    areas = AreaIndex(data, years)
    homes = SchoolHomes(data, years, areas)
    let periods = rules.map { $0?.persistentAbsence?.period ?? "" }
    published = PublishedIndex(data, years, areas, periods: periods)
    let (areas, homes) = (areas, homes)
    pooling = SharePooling(
      data: data, years: years, areas: areas, homes: homes,
      rows: mapInParallel(data.tables.count, block: 1) { TableRows(data.tables[$0], data, years, areas, homes: homes) },
      cohorts: CohortTables(data, years, Self.cohortMeasures(rulebook)), periods: periods)
    pool()
  }

  private static func cohortMeasures(_ rulebook: Rulebook) -> Set<Measure> {
    var measures: Set<Measure> = []
    for entry in rulebook.catalogue {
      switch entry.calculation {
      case .share(let share): measures.formUnion([share.denominator, share.cohort] + [share.weight].compactMap { $0 })
      case .mean(let mean): measures.insert(mean.weight)
      default: break
      }
    }
    return measures
  }

  /// The slots that the catalogue asks for, in its order.
  private var slots: (shares: [ShareSlot], means: [MeanSlot]) {
    var shares: [ShareSlot] = []
    var means: [MeanSlot] = []
    var seen: Set<ShareSlot> = []
    func add(_ share: ShareCalculation, _ group: PupilGroup) {
      let slot = ShareSlot(share: share, group: group)
      if seen.insert(slot).inserted { shares.append(slot) }
    }
    for entry in rulebook.catalogue {
      switch entry.calculation {
      case .share(let share): for group in share.groups { add(share, group) }
      case .gap(let gap):
        for id in gap.of {
          if let share = share(id) {
            add(share, gap.minuend)
            add(share, gap.subtrahend)
          }
        }
      case .mean(let mean): means += mean.groups.map { MeanSlot(mean: mean, group: $0) }
      default: break
      }
    }
    return (shares, means)
  }

  private mutating func pool() {
    let (shares, means) = slots
    let pooling = pooling
    for (slot, cells) in zip(shares, mapInParallel(shares.count, block: 1) { pooling.pool(shares[$0]) })
    where !cells.isEmpty {
      shareCells[slot] = cells
    }
    for (slot, cells) in zip(means, mapInParallel(means.count, block: 1) { pooling.pool(means[$0]) })
    where !cells.isEmpty {
      meanCells[slot] = cells
    }
    for entry in rulebook.catalogue {
      guard case .earlyYearsGap(let calculation) = entry.calculation else { continue }
      earlyYears = EarlyYearsPooling(data: data, years: years, areas: areas, homes: homes).pool(
        calculation, choices: rulebook.choices)
    }
  }

  func share(_ id: String) -> ShareCalculation? {
    guard case .share(let share)? = rulebook.entry(id)?.calculation else { return nil }
    return share
  }

  func cell(_ year: Int, _ area: Int) -> Int { year * areas.width + area }

  /// Whether the year's rulebook has the indicator.
  func exists(_ id: String, year: Int) -> Bool { rules[year]?.indicators.contains(id) ?? false }

  /// England's figure by the rulebook, for data that hold none.
  func england(_ id: String, _ group: PupilGroup, year: Int) -> Rational? {
    rules[year]?.england[group == .all ? id : id + "/" + group.rawValue]
  }

  /// Whether so many authorities with data are enough to pool England or a region.
  func isCovered(_ authorities: Int32, year: Int, area: Int) -> Bool {
    if area >= areas.firstAuthority { return true }
    return rulebook.choices.isCovered(Int(authorities), of: areas.authoritiesInYear[year][area], isEngland: area == 0)
  }
}
