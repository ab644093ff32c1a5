import Indicators
import SchoolStatistics

/// Which figures publishing files may not show: those of small cohorts, and those that would give them away.
///
/// Small: fewer pupils than the year's rulebook lets be published, or one or two children in care who reached the
/// measure or did not. Given away: the one figure left of groups that share out all pupils, of a region's authorities or
/// of England's regions; the smallest other one is left out with it, in the order of pupils, then of codes, so that
/// every run leaves out the same. A gap falls with either of its groups. Source: rulebook §7.4 (writer rules 1 and 2).
struct DisclosureControl {
  struct Key: Hashable {
    var indicator: String
    var year: AcademicYear
    var group: PupilGroup
    var place: Place
  }
  private(set) var hidden: Set<Key> = []

  /// Groups that share out all pupils.
  private static let sharedOut: [[PupilGroup]] = [
    [.fsm, .notFSM], [.disadvantaged, .notDisadvantaged], [.sen, .noSEN], [.eal, .notEAL], [.boys, .girls],
    [.priorLow, .priorMiddle, .priorHigh],
  ]

  init(_ results: IndicatorResults) {
    var pupils: [Key: Int] = [:]
    for value in results.values {
      guard results.indicator(value.indicator)?.counted == .pupils, let cohort = value.denominator.count, cohort > 0
      else { continue }
      let key = Key(indicator: value.indicator, year: value.year, group: value.group, place: value.place)
      pupils[key] = cohort
      if cohort < results.publicationMinimum[value.year] ?? 11 || value.group == .cic && Self.isTelling(value, cohort) {
        hidden.insert(key)
      }
    }
    guard !hidden.isEmpty else { return }
    let regions = Dictionary(grouping: results.areas.filter { !$0.regionCode.isEmpty }, by: \.regionCode).values.map {
      $0.filter { $0.place.level == .localAuthority }.map(\.place)
    }
    let sets = regions + [results.areas.filter { $0.place.level == .regional }.map(\.place)]
    // What is left out beside a figure can leave another one alone. Each round goes by the one before, so that the
    // order within it does not matter.
    var more = hidden
    while !more.isEmpty {
      var next: Set<Key> = []
      for key in more {
        for set in Self.sharedOut where set.contains(key.group) {
          let keys = set.map { Key(indicator: key.indicator, year: key.year, group: $0, place: key.place) }
          if let other = smallestBesideOne(keys, pupils) { next.insert(other) }
        }
        for set in sets where set.contains(key.place) {
          let keys = set.map { Key(indicator: key.indicator, year: key.year, group: key.group, place: $0) }
          if let other = smallestBesideOne(keys, pupils) { next.insert(other) }
        }
      }
      hidden.formUnion(next)
      more = next
    }
  }

  /// Of some figures that add up to one that is shown, the smallest that is shown where one alone is left out.
  private func smallestBesideOne(_ keys: [Key], _ pupils: [Key: Int]) -> Key? {
    let known = keys.filter { pupils[$0] != nil }
    guard known.count(where: hidden.contains) == 1 else { return nil }
    let shown = known.enumerated().filter { !hidden.contains($0.element) }
    return shown.min { (pupils[$0.element]!, $0.offset) < (pupils[$1.element]!, $1.offset) }?.element
  }

  private static func isTelling(_ value: IndicatorValue, _ cohort: Int) -> Bool {
    guard let reached = value.numerator.count else { return false }
    return (1...2).contains(reached) || (1...2).contains(cohort - reached)
  }

  func hides(_ value: IndicatorValue) -> Bool {
    if let gap = value.gap {
      return gap.groups.contains {
        hidden.contains(Key(indicator: gap.share, year: value.year, group: $0, place: value.place))
      }
    }
    return hidden.contains(
      Key(indicator: value.indicator, year: value.year, group: value.group, place: value.place))
  }
}
