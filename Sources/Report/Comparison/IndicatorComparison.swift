import HTML
import Indicators
import Rulebook
import SchoolStatistics

/// One indicator on a region's page: the strip of all authorities with the region's marked, the limits of the bands,
/// and the region's authorities one by one, best first.
enum IndicatorComparison {
  static func render(_ indicator: Indicator, _ field: ComparisonField, _ content: ReportContent) -> HTML? {
    let compared = field.compared(indicator, content)
    guard let distribution = compared.compactMap(\.distribution).first else { return nil }
    let year = content.results.headlineYear
    let national = content.results.value(indicator.id, .national, year)
    let regional = field.authorities.first.flatMap {
      field.isEngland ? nil : content.results.value(indicator.id, .region($0.regionCode), year)
    }
    let ranked = compared.filter { $0.standing != nil }
    let low = indicator.polarity == .low ? ", low is good" : ""
    let limits = limits(distribution, indicator, compared).map {
      "<span>\(HTML.band($0.band.rawValue)) \($0.text)</span> " as HTML
    }
    return HTML {
      """
      <article class="compared" aria-labelledby="\(indicator.id)">
      <h3 id="\(indicator.id)">\(indicator.title) <span class="soft">\(indicator.phase.title)\(low)</span></h3>
      <p class="facts">\(facts(indicator, distribution, national, regional, field))</p>
      <div class="scroll" role="region" aria-label="Position of the authorities: \(indicator.title), \(indicator.phase.title)" tabindex="0">\(strip(indicator, distribution, ranked, national, field, content))</div>
      <p class="limits">\(limits.joined())</p>
      """
      if !field.isEngland { table(indicator, distribution, compared, field) }
      "</article>"
    }
  }

  private static func facts(
    _ indicator: Indicator, _ distribution: Distribution, _ national: IndicatorValue?, _ regional: IndicatorValue?,
    _ field: ComparisonField
  ) -> String {
    var text = ""
    if let england = national?.value.value { text += "England \(FigureText.value(england, indicator)). " }
    if let region = regional?.value.value { text += "\(field.name) \(FigureText.value(region, indicator)). " }
    text += "\(distribution.ranked) authorities with data"
    if distribution.tooSmall > 0 {
      text += "; \(FigureText.count(distribution.tooSmall, "authority", "authorities")) with too few pupils not ranked"
    }
    text += "."
    if let reason = distribution.unbandedReason {
      text += " " + reason.prefix(1).uppercased() + reason.dropFirst() + "."
    }
    if let cuts = distribution.improvementCuts[3] {
      let decimals = StandingText.asRanked(indicator).decimals
      text +=
        " Over three years the median authority of England improved by \(FigureText.signed(cuts.median, decimals: decimals))"
        + (cuts.topQuartile.map { ", the top quarter by \(FigureText.signed($0, decimals: decimals)) or more." }
          ?? "; too many are equal for a top quarter.")
    }
    return text
  }

  private static func table(
    _ indicator: Indicator, _ distribution: Distribution, _ compared: [ComparedAuthority], _ field: ComparisonField
  ) -> HTML {
    HTML {
      "<details class=\"optional\">"
      "<summary>The authorities, best first</summary>"
      PageTable(
        label: "Authorities: \(indicator.title), \(indicator.phase.title)", look: "list each",
        caption: "\(indicator.title): the authorities of \(field.name), best first", captionIsAway: true,
        heads: [
          "Authority", "Rank of \(distribution.ranked)", "Figure", .draw("Position, 95% interval"), "England",
          "\(field.name)", "Neighbours", "Change, 1 year", "Change, 3 years, and rank of improvement", "Next band",
        ]
      ).html {
        for authority in compared { row(authority) }
      }
      "</details>"
    }
  }

  private static func row(_ compared: ComparedAuthority) -> HTML {
    let rank = compared.standing.map(StandingText.shortRank) ?? compared.rank
    let line: HTML? = compared.isOnTopLine ? "<small>at the top-quartile line</small>" : nil
    let value: HTML =
      compared.value.value.value == nil
      ? "<span class=\"none\">\(compared.shownValue)</span>" : "\(compared.shownValue)"
    return HTML {
      "<tr><th scope=\"row\">\(compared.name)</th>"
      "<td>\(HTML.band(compared.standing?.band))<small>\(rank)</small>\(line)</td>"
      "<td>\(value)\(HTML.small(compared.counts))</td>"
      "<td class=\"draw\">\(compared.strip)</td>"
      "<td>\(compared.difference)\(HTML.small(compared.significance))</td>"
      "<td>\(compared.regionalDifference)\(HTML.small(compared.regionalSignificance))</td>"
      "<td>\(compared.neighbourDifference)\(HTML.small(compared.neighbours))</td>"
      "<td>\(compared.change1.map(change))\(HTML.small(compared.rankChange1))</td>"
      "<td>\(compared.change3.map(change))\(HTML.small(compared.improvementPlace))</td>"
      "<td>\(compared.needed)</td></tr>"
    }
  }

  private static func change(_ change: ChangeText) -> HTML {
    switch change {
    case .change(let amount, _, let direction):
      "<span class=\"change \(direction.rawValue)\">\(amount) <small>\(direction.changeWord)</small></span>"
    case .notComparable: "<small>not comparable</small>"
    }
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
  ) -> HTML {
    let marked = field.isEngland ? [] : ranked
    let places = Set(marked.map(\.area.place))
    let others = content.results.areas.compactMap { area -> Rational? in
      guard area.place.level == .localAuthority, !places.contains(area.place),
        let value = content.results.value(indicator.id, area.place, content.results.headlineYear), value.standing != nil
      else { return nil }
      return value.placed(in: distribution)
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
      marks: marked.compactMap { compared in
        compared.value.placed(in: distribution).map { PositionStrip.Mark(value: $0, interval: compared.value.interval) }
      },
      others: others, england: indicator.unit == .schools ? nil : national?.value.value, width: 680,
      height: 14 + Double(max(marked.count, 3)) * 5,
      text: text
    ).markup
  }
}
