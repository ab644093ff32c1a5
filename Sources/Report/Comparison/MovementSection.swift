import HTML
import SchoolStatistics

/// What changed band since last year, and why: the authority's own change beside that of the line it crossed.
enum MovementSection {
  /// How many stand on the page itself; the rest is a press away.
  private static let shown = 12

  static func render(_ field: ComparisonField, _ content: ReportContent) -> HTML? {
    let moves = field.indicators.flatMap { indicator in
      field.authorities.compactMap { ComparedAuthority($0, indicator, content) }
    }.filter { $0.standing?.movement != nil }
    guard !moves.isEmpty else { return nil }
    let up = sorted(moves.filter { $0.standing!.movement!.to < $0.standing!.movement!.from })
    let down = sorted(moves.filter { $0.standing!.movement!.to > $0.standing!.movement!.from })
    let before = PeriodText.year(content.results.headlineYear - 1)
    return HTML {
      """
      <section aria-labelledby="moves">
      <h2 id="moves">Movement since \(before)</h2>
      <p>\(FigureText.count(up.count)) figures went up a band, \(FigureText.count(down.count)) went down. A band moves when the authority does, or when the others do: both are given. Nothing is compared across a change of definition or a missing year.</p>
      """
      direction("Up a band", "up", up, since: before, field)
      direction("Down a band", "down", down, since: before, field)
      "</section>"
    }
  }

  /// The largest moves of rank first, then by indicator and name, as they come.
  private static func sorted(_ moves: [ComparedAuthority]) -> [ComparedAuthority] {
    moves.enumerated().sorted {
      (-abs($0.element.standing!.rankChange1 ?? 0), $0.offset) < (
        -abs($1.element.standing!.rankChange1 ?? 0), $1.offset
      )
    }.map(\.element)
  }

  private static func direction(
    _ title: String, _ id: String, _ moves: [ComparedAuthority], since before: String, _ field: ComparisonField
  ) -> HTML {
    // All of England's would be thousands; its page has the largest, each region's page has its own.
    let rest = field.isEngland ? [] : Array(moves.dropFirst(shown))
    return HTML {
      "<h3 id=\"\(id)\">\(title)</h3>"
      if moves.isEmpty {
        "<p class=\"soft\">None.</p>"
      } else {
        table(
          moves.prefix(shown), label: "\(title), the largest moves",
          caption: "\(title) since \(before), the largest moves of rank first")
      }
      if !rest.isEmpty {
        "<details class=\"optional\">"
        "<summary>\(FigureText.count(rest.count)) more, \(title)</summary>"
        table(rest, label: "\(title), the others", caption: "\(title) since \(before), the others")
        "</details>"
      }
    }
  }

  private static func table(_ moves: some Sequence<ComparedAuthority>, label: String, caption: String) -> HTML {
    PageTable(
      label: label, look: "list moves", caption: "\(caption)", captionIsAway: true,
      heads: ["Authority", "Indicator", "Band", "Rank", .words("Why")]
    ).html {
      for move in moves { row(move) }
    }
  }

  private static func row(_ compared: ComparedAuthority) -> HTML {
    let standing = compared.standing!
    let movement = standing.movement!
    return
      "<tr><th scope=\"row\">\(compared.name)</th><td><a href=\"#\(compared.indicator.id)\">\(compared.indicator.shortTitle)</a></td><td>\(HTML.band(movement.from.rawValue)) to \(HTML.band(movement.to.rawValue))</td><td>\(OrdinalText.ordinal(standing.rank))\(HTML.small(compared.rankChange1))</td><td class=\"words\">\(StandingText.why(movement, compared.indicator))</td></tr>"
  }
}
