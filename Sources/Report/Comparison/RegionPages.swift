import HTML
import Indicators
import Rulebook
import SchoolStatistics

/// `regions/<region>.html` and `regions/england.html`: the authorities side by side.
struct RegionPages: ReportOutput {
  let format = ReportFormat.html

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let fields = content.comparisonFields
    try inOrder(fields.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      (name: fields[index].path, page: Self.render(fields[index], content).bytes)
    } use: { (made) throws(ReportError) in
      try folder.write(made.page, to: made.name)
    }
  }

  static func render(_ field: ComparisonField, _ content: ReportContent) -> HTML {
    let year = content.results.headlineYear
    let tallies = field.authorities.map { Tally($0, field, content) }.filter { $0.placed > 0 }
    return Page(
      title: "\(field.name), local authorities side by side \(year.ending)",
      heading: "\(field.name): local authorities side by side",
      subtitle: [
        "Data indicators, \(PeriodText.term(content.options.term, year))", "results of \(PeriodText.year(year))",
        FigureText.count(field.authorities.count, "local authority", "local authorities"),
      ].joined(separator: " · "),
      root: "../", way: PageWay(field, content), isWide: true, script: Document.script
    ).render(content) {
      glance(tallies, field)
      for table in HeatTable.render(field, content) { table }
      ends(tallies)
      MovementSection.render(field, content)
      strips(field, content)
    }
  }

  private static func glance(_ tallies: [Tally], _ field: ComparisonField) -> HTML {
    let placed = FigureText.count(tallies.reduce(0) { $0 + $1.placed })
    let best = FigureText.count(tallies.reduce(0) { $0 + $1.best })
    let last = FigureText.count(tallies.reduce(0) { $0 + $1.last })
    let lead: HTML =
      field.isEngland
      ? "\(field.authorities.count) authorities on \(FigureText.count(field.indicators.count, "indicator")); \(placed) placed figures."
      : "Of \(placed) placed figures of the region's \(field.authorities.count) authorities, <strong>\(best)</strong> are in the best quarter of England and <strong>\(last)</strong> in the last."
    return """
      <section class="glance" aria-labelledby="glance">
      <h2 id="glance">At a glance</h2>
      <p class="lead">\(lead)</p>
      <p class="bands"><span class="band A">A</span> best quarter of England <span class="band B">B</span> second <span class="band C">C</span> third <span class="band D">D</span> last. The number is the rank, 1 is best whatever the indicator's direction. <b>nr</b> too few pupils to rank, <b>c</b> suppressed, <b>x</b> not available, <b>z</b> not applicable, <b>u</b> low reliability.</p>
      </section>
      """
  }

  private static func ends(_ tallies: [Tally]) -> HTML {
    HTML {
      """
      <section aria-labelledby="most">
      <h2 id="most">Where the ends lie</h2>
      <div class="two">
      """
      end("Most often in the best quarter", tallies, \.best)
      end("Most often in the last quarter", tallies, \.last)
      """
      </div>
      <p class="soft small">Bands are quarters of the authorities with data, by the tool's default; no official cut-points exist. A to D stand for outstanding, good, requires some improvement and requires significant improvement only where a norm-referenced judgement is asked for. Equal ranks are shared; a difference of a few places is rarely more than chance, as the intervals beneath show.</p>
      </section>
      """
    }
  }

  /// The five authorities with the largest share of their placed figures in a band.
  private static func end(_ title: HTML, _ tallies: [Tally], _ count: KeyPath<Tally, Int>) -> HTML {
    let first = tallies.enumerated().sorted { a, b in
      let left = a.element[keyPath: count] * b.element.placed
      let right = b.element[keyPath: count] * a.element.placed
      return left == right ? a.offset < b.offset : left > right
    }.prefix(5).map(\.element).filter { $0[keyPath: count] > 0 }
    return HTML {
      "<div>"
      "<h3>\(title)</h3>"
      "<ul class=\"notable\">"
      for tally in first {
        "<li>\(tally.name) <span class=\"figure\"><strong>\(FigureText.count(tally[keyPath: count]))</strong> <span class=\"soft\">of \(FigureText.count(tally.placed))</span></span></li>"
      }
      "</ul>"
      "</div>"
    }
  }

  private static func strips(_ field: ComparisonField, _ content: ReportContent) -> HTML {
    let inOrder = Phase.allCases.flatMap { phase in field.indicators.filter { $0.phase == phase } }
    let dots =
      field.isEngland
      ? "" : " Dots are the authorities of \(field.name) with their 95% intervals, thin lines all others."
    return HTML {
      """
      <section aria-labelledby="strips">
      <h2 id="strips">Indicator by indicator</h2>
      <p>Each strip holds all authorities of England with data, the best on the right; shades are the quarters, the dashed line is England.\(dots)</p>
      <ul class="jump">
      """
      for indicator in inOrder { "<li><a href=\"#\(indicator.id)\">\(indicator.shortTitle)</a></li>" }
      "</ul>"
      for indicator in inOrder { IndicatorComparison.render(indicator, field, content) }
      "</section>"
    }
  }

  /// Figures of one authority by band.
  private struct Tally {
    var name: String
    var placed = 0
    var best = 0
    var last = 0

    init(_ area: Area, _ field: ComparisonField, _ content: ReportContent) {
      name = area.shownName
      for indicator in field.indicators {
        guard let band = ComparedAuthority(area, indicator, content)?.standing?.band, !band.isEmpty else { continue }
        placed += 1
        if band == "A" { best += 1 }
        if band == "D" { last += 1 }
      }
    }
  }
}
