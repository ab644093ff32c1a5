import SchoolStatistics

/// What changed band since last year, and why: the authority's own change beside that of the line it crossed.
enum MovementSection {
  /// How many stand on the page itself; the rest is a press away.
  private static let shown = 12

  static func render(_ field: ComparisonField, _ content: ReportContent) -> Markup? {
    let moves = field.indicators.flatMap { indicator in
      field.authorities.compactMap { ComparedAuthority($0, indicator, content) }
    }.filter { $0.standing?.movement != nil }
    guard !moves.isEmpty else { return nil }
    let up = sorted(moves.filter { $0.standing!.movement!.to < $0.standing!.movement!.from })
    let down = sorted(moves.filter { $0.standing!.movement!.to > $0.standing!.movement!.from })
    return Templates.render(
      "moves",
      [
        "before": .text(PeriodText.year(content.results.headlineYear - 1)),
        "upCount": .text(FigureText.count(up.count)), "downCount": .text(FigureText.count(down.count)),
        "directions": .list([
          direction("Up a band", "up", up, field), direction("Down a band", "down", down, field),
        ]),
      ])
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
    _ title: String, _ id: String, _ moves: [ComparedAuthority], _ field: ComparisonField
  ) -> PageValue {
    // All of England's would be thousands; its page has the largest, each region's page has its own.
    let rest = field.isEngland ? [] : Array(moves.dropFirst(shown))
    return [
      "title": .text(title), "id": .text(id), "none": .flag(moves.isEmpty),
      "tables": .list(
        [["rows": .list(moves.prefix(shown).map(row)), "title": .text(title), "id": .text(id)]]),
      "rest": rest.isEmpty
        ? .nothing
        : [
          "count": .text(FigureText.count(rest.count)), "rows": .list(rest.map(row)), "title": .text(title),
          "id": .text(id),
        ],
    ]
  }

  private static func row(_ compared: ComparedAuthority) -> PageValue {
    let standing = compared.standing!
    let movement = standing.movement!
    return [
      "name": .text(compared.name), "indicator": .text(compared.indicator.shortTitle),
      "id": .text(compared.indicator.id),
      "from": .text(movement.from.rawValue), "to": .text(movement.to.rawValue),
      "rank": .text(OrdinalText.ordinal(standing.rank)),
      "rankChange": .optional(StandingText.rankChange(standing.rankChange1, from: standing.earlierRank1)),
      "why": .text(StandingText.why(movement, compared.indicator)),
    ]
  }
}
