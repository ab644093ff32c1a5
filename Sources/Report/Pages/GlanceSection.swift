import Indicators
import SchoolStatistics

/// What stands out: the indicators that differ from England by more than chance, better first, in the catalogue's order.
struct GlanceSection: AuthoritySection {
  func render(_ area: Area, _ content: ReportContent) -> Markup? {
    let rows = content.results.indicators.compactMap { IndicatorRow($0, area.place, content.results) }
    let tested = rows.filter { $0.latest.map { $0.significance != .notTested } ?? false }
    guard !tested.isEmpty else { return nil }
    let better = tested.filter { direction($0) == .better }
    let worse = tested.filter { direction($0) == .worse }
    let other = tested.count - better.count - worse.count
    func verb(_ n: Int) -> PageValue { n == 1 ? "is" : "are" }
    return Templates.render(
      "glance",
      [
        "year": .text(PeriodText.year(content.results.headlineYear)),
        "tested": .text(FigureText.count(tested.count, "indicator")),
        "betterCount": .count(better.count), "worseCount": .count(worse.count),
        "otherCount": .count(other),
        "betterVerb": verb(better.count), "worseVerb": verb(worse.count), "otherVerb": verb(other),
        "better": .list(better.map(\.fields)), "worse": .list(worse.map(\.fields)),
      ])
  }

  private func direction(_ row: IndicatorRow) -> Direction? {
    row.latest.flatMap { Direction($0.significance, row.indicator.polarity) }
  }
}
