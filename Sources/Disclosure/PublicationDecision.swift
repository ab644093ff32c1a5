import Indicators
import Rulebook
import SchoolStatistics

/// Which figures may leave the authority: one decision for everything that is published.
///
/// Not to be told: figures of fewer pupils than the year's rulebook lets be published, of one or two children in care
/// who reached a measure or did not, and those that the supplier suppressed. With them goes what would give them away in
/// all that adds up: groups that share out all pupils, authorities of a region, regions of England (``CountTable``). The
/// measures of a phase are of much the same pupils, so a group and place is hidden in all of them or in none. A gap
/// falls with either of its groups. Source: rulebook §7.4 (writer rules 1 and 2).
public struct PublicationDecision: Sendable {
  private struct Cell: Hashable {
    var group: PupilGroup
    var place: Place
  }
  private struct Key: Hashable {
    var phase: Phase
    var year: AcademicYear
    var cell: Cell
  }

  private var hidden: Set<Key> = []
  private let phases: [String: Phase]
  /// Figures with counts that were looked at, those that may not be told, and those hidden to protect them.
  public private(set) var figures = 0
  public private(set) var primary = 0
  public private(set) var secondary = 0
  /// What the attack on all that is left worked out: indicator, year, place and group. Empty, or nothing is published.
  public private(set) var recovered: [String] = []

  /// Groups that share out all pupils.
  private static let sharedOut: [[PupilGroup]] = [
    [.fsm, .notFSM], [.disadvantaged, .notDisadvantaged], [.sen, .noSEN], [.eal, .notEAL], [.boys, .girls],
    [.priorLow, .priorMiddle, .priorHigh],
  ]

  /// Decides, then attacks the decision.
  public init(_ results: IndicatorResults) {
    let counted = results.indicators.filter { $0.counted == .pupils }
    phases = Dictionary(counted.map { ($0.id, $0.phase) }, uniquingKeysWith: { first, _ in first })
    var families: [Family] = []
    var positions: [String: Int] = [:]
    for value in results.values {
      guard let phase = phases[value.indicator], value.gap == nil else { continue }
      let name = "\(phase.rawValue) \(value.year.ending)"
      if positions[name] == nil {
        positions[name] = families.count
        families.append(Family(phase: phase, year: value.year))
      }
      families[positions[name]!].add(
        value, minimum: results.publicationMinimum[value.year] ?? 11,
        hasSchools: !results.schools.schools.isEmpty)
    }
    for family in families {
      let cells = family.protected(results.areas, Self.sharedOut)
      hidden.formUnion(cells.hidden.map { Key(phase: family.phase, year: family.year, cell: $0) })
      recovered += cells.recovered
      figures += cells.figures
      primary += cells.primary
      secondary += cells.secondary
    }
  }

  public func hides(_ value: IndicatorValue) -> Bool {
    guard let phase = phases[value.gap?.share ?? value.indicator] else { return false }
    func hides(_ group: PupilGroup, _ place: Place) -> Bool {
      hidden.contains(Key(phase: phase, year: value.year, cell: Cell(group: group, place: place)))
    }
    guard let gap = value.gap else { return hides(value.group, value.place) }
    if gap.groups.contains(where: { hides($0, value.place) }) { return true }
    // England's group that one of its own is compared with.
    return gap.groups.count == 1
      && Self.sharedOut.contains { $0.contains(gap.groups[0]) && $0.contains { hides($0, .national) } }
  }

  /// What was decided and what the attack found, in a sentence.
  public var summary: String {
    let share = figures > 0 ? Rational.percent(primary + secondary, of: figures).text(decimals: 1) : "0.0"
    return
      "publishing: of \(figures) figures \(primary) may not be told and \(secondary) are left out to protect them (\(share)% in all); the attack on the rest worked out \(recovered.isEmpty ? "none" : "\(recovered.count): \(recovered.prefix(5).joined(separator: "; "))")"
  }

  /// The measures of a phase in a year.
  private struct Family {
    let phase: Phase
    let year: AcademicYear
    private var indicators: [String] = []
    /// By indicator: counts of cells in the order of the results; nil where the supplier suppressed them.
    private var counts: [String: [Cell: (reached: Int, pupils: Int)?]] = [:]
    private var order: [String: [Cell]] = [:]
    private var primary: Set<Cell> = []

    init(phase: Phase, year: AcademicYear) { (self.phase, self.year) = (phase, year) }

    mutating func add(_ value: IndicatorValue, minimum: Int, hasSchools: Bool) {
      let cell = Cell(group: value.group, place: value.place)
      if order[value.indicator] == nil { indicators.append(value.indicator) }
      // A region whose schools cannot be pooled is no secret of a supplier.
      let isPooled = hasSchools && value.place.level != .localAuthority
      if value.value.reason == .suppressed, !isPooled {
        primary.insert(cell)
        order[value.indicator, default: []].append(cell)
        counts[value.indicator, default: [:]][cell] = .some(nil)
        return
      }
      guard let pupils = value.denominator.count, pupils > 0 else { return }
      let told = value.value.value.map { Int(($0 * Rational(pupils) / Rational(100)).roundedUnits(decimals: 0)) }
      let reached = min(max(value.numerator.count ?? told ?? 0, 0), pupils)
      let isTelling =
        value.group == .cic && ((1...2).contains(reached) || (1...2).contains(pupils - reached))
      if pupils < minimum || isTelling { primary.insert(cell) }
      order[value.indicator, default: []].append(cell)
      counts[value.indicator, default: [:]][cell] = .some((reached, pupils))
    }

    func protected(_ areas: [Area], _ sharedOut: [[PupilGroup]]) -> (
      hidden: Set<Cell>, recovered: [String], figures: Int, primary: Int, secondary: Int
    ) {
      var result = (hidden: primary, recovered: [String](), figures: 0, primary: 0, secondary: 0)
      let tables = indicators.map { table($0, areas, sharedOut) }
      result.figures = tables.reduce(0) { $0 + $1.order.count }
      if primary.isEmpty { return result }
      // What one measure hides the others hide too, which may leave something alone there: until nothing is added.
      while true {
        let before = result.hidden.count
        for table in tables {
          let own = table.order.indices.filter { result.hidden.contains(table.order[$0]) }
          result.hidden.formUnion(table.counts.protected(hiding: Set(own)).map { table.order[$0] })
        }
        if result.hidden.count == before { break }
      }
      for table in tables {
        let own = Set(table.order.indices.filter { result.hidden.contains(table.order[$0]) })
        result.primary += own.count { table.counts.cells[$0].isPrimary }
        result.secondary += own.count { !table.counts.cells[$0].isPrimary }
        result.recovered += table.counts.recovered(hidden: own).map {
          let cell = table.order[$0.cell]
          return "\(table.indicator) \(year.title) \(cell.place.code) \(cell.group.rawValue), \($0.what)"
        }
      }
      return result
    }

    /// The counts of an indicator with all that adds up. Counts that the supplier suppressed are those that the rest
    /// gives, where it does; else a few.
    private func table(_ indicator: String, _ areas: [Area], _ sharedOut: [[PupilGroup]]) -> (
      indicator: String, order: [Cell], counts: CountTable
    ) {
      let order = order[indicator] ?? []
      let known = counts[indicator] ?? [:]
      let positions = Dictionary(
        order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
      var sums: [CountTable.Sum] = []
      func add(_ total: Cell, _ parts: [Cell]) {
        let parts = parts.compactMap { positions[$0] }
        if let total = positions[total], !parts.isEmpty { sums.append(CountTable.Sum(total: total, parts: parts)) }
      }
      let authorities = areas.filter { $0.place.level == .localAuthority }
      let regions = areas.filter { $0.place.level == .regional }
      let groups = Set(order.map(\.group))
      for area in areas {
        for set in sharedOut {
          add(Cell(group: .all, place: area.place), set.map { Cell(group: $0, place: area.place) })
        }
      }
      for group in PupilGroup.allCases where groups.contains(group) {
        for region in regions {
          add(
            Cell(group: group, place: region.place),
            authorities.filter { $0.regionCode == region.place.code }.map { Cell(group: group, place: $0.place) })
        }
        add(Cell(group: group, place: .national), regions.map { Cell(group: group, place: $0.place) })
      }
      var found = order.map { known[$0] ?? nil }
      for _ in 0..<3 {
        for sum in sums {
          let missing = sum.parts.filter { found[$0] == nil }
          let parts = sum.parts.compactMap { found[$0] }
          let added = (reached: parts.reduce(0) { $0 + $1.reached }, pupils: parts.reduce(0) { $0 + $1.pupils })
          if let total = found[sum.total] {
            guard missing.count == 1 else { continue }
            let pupils = max(0, total.pupils - added.pupils)
            found[missing[0]] = (min(max(0, total.reached - added.reached), pupils), pupils)
          } else if missing.isEmpty {
            found[sum.total] = added
          }
        }
      }
      let cells = zip(order, found).map { cell, counts in
        let counts = counts ?? (reached: 3, pupils: 6)
        return CountTable.Cell(
          reached: counts.reached, others: counts.pupils - counts.reached, isPrimary: primary.contains(cell))
      }
      return (indicator, order, CountTable(cells: cells, sums: sums))
    }
  }
}
