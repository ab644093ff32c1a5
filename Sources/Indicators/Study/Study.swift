import Rulebook
import SchoolStatistics

/// One run of the analysis: the data put in places and years, pooled, with the rules of each year at hand.
///
/// A class, as everything that makes figures refers to the one study.
final class Study: Sendable {
  let data: SchoolData
  let rulebook: Rulebook
  let years: StudyYears
  let areas: AreaIndex
  let homes: SchoolHomes
  let pooling: SharePooling
  let published: PublishedIndex
  /// By year; nil where a year has no rulebook.
  let rules: [YearRules?]
  let shareCells: [ShareSlot: [PoolCell]]
  let meanCells: [MeanSlot: [MeanCell]]

  init(_ data: SchoolData, _ rulebook: Rulebook, _ years: StudyYears, jobs: Int) {
    (self.data, self.rulebook, self.years) = (data, rulebook, years)
    rules = (0..<years.count).map { rulebook.rules(years.year($0)) }
    let areas = AreaIndex(data, years)
    let homes = SchoolHomes(data, years, areas)
    (self.areas, self.homes) = (areas, homes)
    let periods = rules.map { $0?.persistentAbsence?.period ?? "" }
    published = PublishedIndex(data, years, areas, periods: periods)
    let rows = mapInParallel(data.tables.count, block: 1, jobs: jobs) {
      TableRows(data.tables[$0], data, years, areas, homes: homes)
    }
    let pooling = SharePooling(
      data: data, years: years, areas: areas, homes: homes, rows: rows,
      cohorts: CohortTables(data, years, Self.cohortMeasures(rulebook), jobs: jobs), periods: periods)
    self.pooling = pooling
    let (shares, means) = Self.slots(rulebook)
    shareCells = Self.pooled(shares, jobs: jobs) { pooling.pool($0) }
    meanCells = Self.pooled(means, jobs: jobs) { pooling.pool($0) }
  }

  private static func pooled<Slot: Hashable & Sendable, Cell: Sendable>(
    _ slots: [Slot], jobs: Int, _ pool: @escaping @Sendable (Slot) -> [Cell]
  ) -> [Slot: [Cell]] {
    let cells = mapInParallel(slots.count, block: 1, jobs: jobs) { pool(slots[$0]) }
    return Dictionary(zip(slots, cells).filter { !$1.isEmpty }, uniquingKeysWith: { $1 })
  }

  private static func cohortMeasures(_ rulebook: Rulebook) -> Set<Measure> {
    Set(rulebook.catalogue.flatMap(\.calculation.cohorts))
  }

  /// The slots that the catalogue asks for, in its order.
  private static func slots(_ rulebook: Rulebook) -> (shares: [ShareSlot], means: [MeanSlot]) {
    var shares: [ShareSlot] = []
    var seen: Set<ShareSlot> = []
    for entry in rulebook.catalogue {
      for (share, group) in entry.calculation.shares(rulebook.share) {
        let slot = ShareSlot(share: share, group: group)
        if seen.insert(slot).inserted { shares.append(slot) }
      }
    }
    return (
      shares,
      rulebook.catalogue.flatMap { $0.calculation.means.map { MeanSlot(mean: $0.mean, group: $0.group) } }
    )
  }

  func share(_ id: String) -> ShareCalculation? { rulebook.share(id) }

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
