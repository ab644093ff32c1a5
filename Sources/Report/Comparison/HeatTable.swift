import Indicators
import Rulebook
import SchoolStatistics

/// All authorities of a page by all indicators: the band by letter and shade, with the rank beneath.
///
/// Complete without a script; with one it sorts and filters.
enum HeatTable {
  /// How many indicators stand side by side on a page.
  private static let widest = 28

  /// Appendix 1 in one table; the others in one where they fit or one a phase, measures that came with the data last.
  static func render(_ field: ComparisonField, _ content: ReportContent) -> [Markup] {
    let main = field.indicators.filter(\.isAppendix1)
    let others = field.indicators.filter { !$0.isAppendix1 }
    var tables: [(title: String, indicators: [Indicator])] = []
    if !main.isEmpty { tables.append(("Indicators of Appendix 1", main)) }
    let published = others.filter { $0.id.hasPrefix("lait-") }
    let calculated = others.filter { !$0.id.hasPrefix("lait-") }
    for (title, kind) in [("Other indicators", calculated), ("Measures as published", published)] {
      if kind.count <= widest {
        if !kind.isEmpty { tables.append((title, kind)) }
        continue
      }
      for phase in Phase.allCases {
        let indicators = kind.filter { $0.phase == phase }
        if !indicators.isEmpty { tables.append(("\(title), \(phase.title)", indicators)) }
      }
    }
    return tables.enumerated().map { render($0.offset, $0.element.title, $0.element.indicators, field, content) }
  }

  private static func render(
    _ number: Int, _ title: String, _ indicators: [Indicator], _ field: ComparisonField, _ content: ReportContent
  ) -> Markup {
    let phases = Phase.allCases.compactMap { phase -> PageValue? in
      let count = indicators.count { $0.phase == phase }
      return count == 0 ? nil : ["title": .text(phase.title), "count": .text("\(count)")]
    }
    let inOrder = Phase.allCases.flatMap { phase in indicators.filter { $0.phase == phase } }
    return Templates.render(
      "heat",
      [
        "number": .text("\(number + 1)"), "title": .text(title), "place": .text(field.name),
        "year": .text(PeriodText.year(content.results.headlineYear)), "phases": .list(phases),
        "showsRegion": .flag(field.isEngland),
        "indicators": .list(inOrder.map { ["id": .text($0.id), "name": .text($0.shortTitle)] }),
        "rows": .list(field.authorities.map { row($0, inOrder, field, content) }),
      ])
  }

  private static func row(
    _ area: Area, _ indicators: [Indicator], _ field: ComparisonField, _ content: ReportContent
  ) -> PageValue {
    [
      "name": .text(area.name.isEmpty ? "LA \(area.place.code)" : area.name), "code": .text(area.place.code),
      "path": content.options.kind == .report ? .text("../" + AuthorityPages.path(area)) : .nothing,
      "region": .text(field.isEngland ? area.regionName : ""),
      "showsRegion": .flag(field.isEngland),
      "cells": .list(indicators.map { cell(ComparedAuthority(area, $0, content)) }),
    ]
  }

  private static func cell(_ compared: ComparedAuthority?) -> PageValue {
    guard let compared else { return ["symbol": "x"] }
    guard let standing = compared.standing else { return ["symbol": .text(compared.symbol)] }
    return ["band": .text(standing.band), "rank": .text("\(standing.rank)")]
  }
}
