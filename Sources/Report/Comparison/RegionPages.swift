import Indicators
import SchoolStatistics

/// `regions/<region>.html` and `regions/england.html`: the authorities side by side.
struct RegionPages: ReportOutput {
  let format = ReportFormat.html

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let fields = ComparisonField.all(content)
    try inOrder(fields.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      (name: fields[index].path, page: Self.render(fields[index], content).text)
    } use: { (made) throws(ReportError) in
      try folder.write(made.page, to: made.name)
    }
  }

  static func render(_ field: ComparisonField, _ content: ReportContent) -> Markup {
    let year = content.results.headlineYear
    return Page(
      title: "\(field.name), local authorities side by side \(year.ending)",
      heading: "\(field.name): local authorities side by side",
      subtitle: [
        "Data indicators, \(PeriodText.term(content.options.term, year))", "results of \(PeriodText.year(year))",
        FigureText.count(field.authorities.count, "local authority", "local authorities"),
      ].joined(separator: " · "),
      root: "../", template: "region", body: body(field, content),
      isWide: true
    ).render(content)
  }

  private static func body(_ field: ComparisonField, _ content: ReportContent) -> PageValue {
    let tallies = field.authorities.map { Tally($0, field, content) }.filter { $0.placed > 0 }
    let inOrder = Phase.allCases.flatMap { phase in field.indicators.filter { $0.phase == phase } }
    return [
      "isRegion": .flag(!field.isEngland), "place": .text(field.name), "count": .text("\(field.authorities.count)"),
      "indicatorCount": .text(FigureText.count(field.indicators.count, "indicator")),
      "placed": .count(tallies.reduce(0) { $0 + $1.placed }), "best": .count(tallies.reduce(0) { $0 + $1.best }),
      "last": .count(tallies.reduce(0) { $0 + $1.last }),
      "most": .list(first(tallies) { $0.best }), "least": .list(first(tallies) { $0.last }),
      "heat": .list(HeatTable.render(field, content).map { .markup($0) }),
      "moves": .optional(MovementSection.render(field, content)),
      "jump": .list(inOrder.map { ["id": .text($0.id), "name": .text($0.shortTitle)] }),
      "indicators": .list(inOrder.compactMap { IndicatorComparison.render($0, field, content) }.map { .markup($0) }),
    ]
  }

  /// Figures of one authority by band.
  private struct Tally {
    var name: String
    var placed = 0
    var best = 0
    var last = 0

    init(_ area: Area, _ field: ComparisonField, _ content: ReportContent) {
      name = area.name.isEmpty ? "LA \(area.place.code)" : area.name
      for indicator in field.indicators {
        guard let band = ComparedAuthority(area, indicator, content)?.standing?.band, !band.isEmpty else { continue }
        placed += 1
        if band == "A" { best += 1 }
        if band == "D" { last += 1 }
      }
    }
  }

  /// The five authorities with the largest share of their placed figures in a band.
  private static func first(_ tallies: [Tally], _ count: (Tally) -> Int) -> [PageValue] {
    tallies.enumerated().sorted { a, b in
      let left = count(a.element) * b.element.placed
      let right = count(b.element) * a.element.placed
      return left == right ? a.offset < b.offset : left > right
    }.prefix(5).filter { count($0.element) > 0 }.map {
      [
        "name": .text($0.element.name), "placed": .count($0.element.placed), "best": .count($0.element.best),
        "last": .count($0.element.last),
      ]
    }
  }
}
