import HTML
import Indicators
import SchoolStatistics

/// What stands out: a few sentences that name the weakest indicator, the schools and targets behind it and what
/// changed; then the indicators that differ from England by more than chance, in the catalogue's order.
struct GlanceSection: AuthoritySection {
  var link: (id: String, words: String) { (id: "glance", words: "At a glance") }

  func render(_ area: Area, _ content: ReportContent) -> HTML? {
    let tested = content.results.indicators.compactMap { IndicatorRow($0, area.place, content.results) }
      .filter { $0.latest.map { $0.significance != .notTested } ?? false }
    guard !tested.isEmpty else { return nil }
    let better = tested.filter { $0.direction == .better }
    let worse = tested.filter { $0.direction == .worse }
    func number(_ n: Int) -> HTML { "<strong>\(FigureText.count(n))</strong> \(n == 1 ? "is" : "are")" }
    return HTML {
      """
      <section class="glance" aria-labelledby="glance">
      <h2 id="glance">At a glance</h2>
      \(GlanceSentences(area: area, rows: tested, content: content).html)
      <p>Of \(FigureText.count(tested.count, "indicator")) compared with England in \(PeriodText.year(content.results.headlineYear)), \(number(better.count)) significantly better, \(number(worse.count)) significantly worse and \(number(tested.count - better.count - worse.count)) not significantly different.</p>
      <div class="two">
      """
      list("Worse than England", worse)
      list("Better than England", better)
      """
      </div>
      <p class="soft small">Significant at 95% on the counts of one year, each indicator by itself: of twenty such tests one is expected to be wrong.</p>
      </section>
      """
    }
  }

  private func list(_ title: HTML, _ rows: [IndicatorRow]) -> HTML {
    HTML {
      "<div>"
      "<h3>\(title)</h3>"
      if rows.isEmpty { "<p class=\"soft\">None.</p>" }
      "<ul class=\"notable\">"
      for row in rows {
        "<li><a href=\"#\(row.indicator.id)\">\(row.name)</a> <span class=\"figure\"><strong>\(row.value)</strong> <span class=\"soft\">\(row.difference)</span></span></li>"
      }
      "</ul>"
      "</div>"
    }
  }
}
