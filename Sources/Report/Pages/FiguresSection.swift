import Indicators
import SchoolStatistics

/// The Appendix 1 table of one phase, as its readers know it: each indicator with its years, latest figure and England.
struct FiguresSection: AuthoritySection {
  var phase: Phase

  func render(_ area: Area, _ content: ReportContent) -> Markup? {
    let rows = content.results.indicators.filter { $0.phase == phase }
      .compactMap { IndicatorRow($0, area.place, content.results) }
    return Self.table(rows, phase, area, content)
  }

  /// Also England's own table on the front page, which compares with nothing.
  static func table(_ rows: [IndicatorRow], _ phase: Phase, _ area: Area, _ content: ReportContent) -> Markup? {
    guard !rows.isEmpty else { return nil }
    let isEngland = area.place == .national
    return Templates.render(
      "figures",
      [
        "phaseID": .text(phase.rawValue), "phase": .text(phase.title), "place": .text(area.name),
        "years": .text(PeriodText.span(content.results.years)), "year": .text("\(content.results.headlineYear.ending)"),
        "yearBefore": .text("\((content.results.headlineYear - 1).ending)"),
        "yearThreeBefore": .text("\((content.results.headlineYear - 3).ending)"),
        "compared": .flag(!isEngland),
        "ranked": .flag(rows.contains { $0.latest?.shownStanding != nil }),
        "rows": .list(rows.map { $0.fields.adding(["linked": .flag(!isEngland)]) }),
      ])
  }
}
