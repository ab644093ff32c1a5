import Indicators
import Rulebook
import SchoolStatistics

/// One indicator on a region's page: the strip of all authorities with the region's marked, the limits of the bands,
/// and the region's authorities one by one, best first.
enum IndicatorComparison {
  static func render(_ indicator: Indicator, _ field: ComparisonField, _ content: ReportContent) -> Markup? {
    let compared = field.compared(indicator, content)
    guard let distribution = compared.compactMap(\.distribution).first else { return nil }
    let year = content.results.headlineYear
    let national = content.results.value(indicator.id, .national, year)
    let regional = field.authorities.first.flatMap {
      field.isEngland ? nil : content.results.value(indicator.id, .region($0.regionCode), year)
    }
    let ranked = compared.filter { $0.standing != nil }
    return Templates.render(
      "compared",
      [
        "id": .text(indicator.id), "title": .text(indicator.title), "phase": .text(indicator.phase.title),
        "definition": .text(indicator.definition), "place": .text(field.name), "isRegion": .flag(!field.isEngland),
        "lowIsGood": .flag(indicator.polarity == .low),
        "ranked": .text("\(distribution.ranked)"),
        "tooSmall": .optional(
          distribution.tooSmall == 0
            ? nil
            : "\(FigureText.count(distribution.tooSmall, "authority", "authorities")) with too few pupils not ranked"),
        "strip": .markup(strip(indicator, distribution, ranked, national, field, content)),
        "england": .optional(national.flatMap { $0.value.value }.map { FigureText.value($0, indicator) }),
        "region": .optional(regional.flatMap { $0.value.value }.map { FigureText.value($0, indicator) }),
        "limits": .list(
          limits(distribution, indicator, compared).map { limit in
            let count = ranked.count { $0.standing?.band == limit.band.rawValue }
            return [
              "band": .text(limit.band.rawValue), "text": .text(limit.text),
              "count": .text(FigureText.count(count, "here", "here")),
            ]
          }),
        "improvement": .optional(
          distribution.improvementCuts[3].map { cuts in
            "Over three years the median authority of England improved by \(FigureText.signed(cuts.median, decimals: indicator.decimals)), "
              + "the top quarter by \(FigureText.signed(cuts.topQuartile, decimals: indicator.decimals)) or more."
          }),
        "rows": .list(field.isEngland ? [] : compared.map(\.fields)),
      ])
  }

  /// No limits where the authorities are too few for bands.
  private static func limits(
    _ distribution: Distribution, _ indicator: Indicator, _ compared: [ComparedAuthority]
  ) -> [(band: QuartileBand, text: String)] {
    let isFew = distribution.ranked < StandingText.fewestRanked
    if isFew && !compared.contains(where: { $0.standing != nil }) { return [] }
    return StandingText.limits(distribution, indicator)
  }

  private static func strip(
    _ indicator: Indicator, _ distribution: Distribution, _ ranked: [ComparedAuthority], _ national: IndicatorValue?,
    _ field: ComparisonField, _ content: ReportContent
  ) -> Markup {
    let marked = field.isEngland ? [] : ranked
    let places = Set(marked.map(\.area.place))
    let others = content.results.areas.compactMap { area -> Rational? in
      guard area.place.level == .localAuthority, !places.contains(area.place),
        let value = content.results.value(indicator.id, area.place, content.results.headlineYear), value.standing != nil
      else { return nil }
      return value.value.value
    }
    let limits = limits(distribution, indicator, ranked).map { "\($0.band.rawValue) \($0.text)" }.joined(
      separator: ", ")
    var text = "\(indicator.shortTitle), all \(distribution.ranked) authorities, best on the right"
    if !limits.isEmpty { text += ": \(limits)" }
    if let england = national?.value.value { text += "; England \(FigureText.value(england, indicator))" }
    if !marked.isEmpty {
      text +=
        "; \(field.name): "
        + marked.map { "\($0.name) \(StandingText.value($0.value, indicator, distribution))" }.joined(separator: ", ")
    }
    return PositionStrip(
      distribution: distribution,
      marks: marked.map { PositionStrip.Mark(value: $0.value.value.value!, interval: $0.value.interval) },
      others: others, england: indicator.unit == .schools ? nil : national?.value.value, width: 680,
      height: 14 + Double(max(marked.count, 3)) * 5,
      text: text
    ).markup
  }
}
