import HTML
import Indicators
import SchoolStatistics

/// The Appendix 1 table of one phase, as its readers know it: each indicator with its years, latest figure and England.
struct FiguresSection: AuthoritySection {
  var phase: Phase

  var link: (id: String, words: String) { (id: phase.rawValue, words: phase.title) }

  func render(_ area: Area, _ content: ReportContent) -> HTML? { Self.table(phase, area, content) }

  /// Also England's own table on the front page, which compares with nothing.
  static func table(_ phase: Phase, _ area: Area, _ content: ReportContent) -> HTML? {
    let rows = content.results.indicators.filter { $0.phase == phase }
      .compactMap { IndicatorRow($0, area.place, content.results) }
    guard !rows.isEmpty else { return nil }
    return FiguresTable(
      phase: phase, place: area.name, years: content.results.years, year: content.results.headlineYear,
      isCompared: area.place != .national, isRanked: rows.contains { $0.latest?.shownStanding != nil }
    ).html(rows)
  }
}

/// The table of a phase. On a narrow screen its rows become blocks, so that its roles are said again.
private struct FiguresTable {
  let phase: Phase
  let place: String
  let years: [AcademicYear]
  let year: AcademicYear
  /// False for England's own.
  let isCompared: Bool
  let isRanked: Bool

  private var since1: String { "Since \((year - 1).ending)" }
  private var since3: String { "Since \((year - 3).ending)" }

  func html(_ rows: [IndicatorRow]) -> HTML {
    let heading: HTML =
      isCompared
      ? "<h2 id=\"\(phase.rawValue)\">\(phase.title)</h2>" : "<h3 id=\"\(phase.rawValue)\">\(phase.title)</h3>"
    let against = isCompared ? " against England" : ""
    let shared = shared(rows)
    return HTML {
      "<section aria-labelledby=\"\(phase.rawValue)\">"
      heading
      """
      <table class="figures" role="table">
      <caption>\(place), \(phase.title), \(year.ending)\(against)</caption>
      <thead role="rowgroup">
      <tr role="row">\(heads)</tr>
      </thead>
      <tbody role="rowgroup">
      """
      for row in rows { self.row(row, besides: shared) }
      """
      </tbody>
      </table>
      """
      for (note, marked) in shared {
        "<p class=\"soft small\">\(marked): \(note).</p>"
      }
      "</section>"
    }
  }

  private var heads: HTML {
    func head(_ words: HTML, _ look: String? = nil) -> HTML {
      let look: HTML? = look.map { " class=\"\($0)\"" }
      return "<th scope=\"col\" role=\"columnheader\"\(look)>\(words)</th>"
    }
    var heads = head("Indicator")
    heads.append(head("\(PeriodText.span(years))\(HTML.small(isCompared ? "dashed: England" : nil))", "draw"))
    heads.append(head("\(year.ending)\(HTML.small(isCompared ? "95% interval" : nil))", "value"))
    if isCompared { heads.append(head("England", "narrower") + head("Difference", "gap")) }
    heads.append(head("\(since1)", "narrower") + head("\(since3)", "narrower"))
    if isRanked { heads.append(head("Among LAs", "rank")) }
    return heads
  }

  /// Indicators that share a note, in the order of the table, where they are more than two: it stands once beneath.
  private func shared(_ rows: [IndicatorRow]) -> [(note: String, marked: String)] {
    var names: [String: [String]] = [:]
    var order: [String] = []
    for row in rows {
      for note in row.notes + row.flags.map(Self.flagInWords) {
        if names[note] == nil { order.append(note) }
        names[note, default: []].append(row.name)
      }
    }
    return order.compactMap { note in
      let marked = names[note]!
      guard marked.count > 2 else { return nil }
      return (note, marked.count == rows.count ? "All" : marked.joined(separator: ", "))
    }
  }

  private static func flagInWords(_ flag: String) -> String {
    flag == "published" ? "the published figure" : "estimated from percentages"
  }

  private func row(_ row: IndicatorRow, besides shared: [(note: String, marked: String)]) -> HTML {
    let said = Set(shared.map(\.note))
    let name: HTML = isCompared ? "<a href=\"#\(row.indicator.id)\">\(row.name)</a>" : "\(row.name)"
    let flags = row.flags.filter { !said.contains(Self.flagInWords($0)) }.map {
      " <span class=\"flag\">\($0)</span>" as HTML
    }.joined()
    let notes = row.notes.filter { !said.contains($0) }.map { HTML.small($0) }.joined()
    let interval: HTML? =
      isCompared ? row.interval.map { "<small><span class=\"unseen\">95% interval </span>\($0)</small>" } : nil
    return HTML {
      "<tr role=\"row\">"
      "<th scope=\"row\" role=\"rowheader\">\(name)\(flags)\(notes)</th>"
      "<td role=\"cell\" class=\"draw\">\(row.chart)</td>"
      "<td role=\"cell\" class=\"value\" data-label=\"\(year.ending)\">\(HTML.value(row.value, isMissing: row.isMissing))\(HTML.small(row.counts))\(HTML.small(row.coverage))\(interval)\(HTML.small(row.pooled))</td>"
      if isCompared {
        "<td role=\"cell\" data-label=\"England\">\(row.englandValue)\(HTML.small(row.englandShare))</td>"
        "<td role=\"cell\" data-label=\"Difference\">\(row.difference)\(HTML.small(row.significance))</td>"
      }
      "<td role=\"cell\" data-label=\"\(since1)\">\(row.change1.map(change))</td>"
      "<td role=\"cell\" data-label=\"\(since3)\">\(row.change3.map(change))</td>"
      if isRanked { "<td role=\"cell\" data-label=\"Among LAs\">\(standing(row))</td>" }
      "</tr>"
    }
  }

  private func change(_ change: ChangeText) -> HTML {
    switch change {
    case .change(let amount, let arrow, let direction):
      "<span class=\"change \(direction.rawValue)\"><span class=\"figure\"><span aria-hidden=\"true\">\(arrow)</span> \(amount)</span>\(HTML.small(direction.changeWord))</span>"
    case .notComparable: "<span class=\"change\"><small>not comparable</small></span>"
    }
  }

  private func standing(_ row: IndicatorRow) -> HTML? {
    row.latest?.shownStanding.map {
      "\(HTML.band($0.band))<small>\(StandingText.shortRank($0)) of \($0.ranked)</small>\(HTML.small(StandingText.needed($0, row.indicator)))"
    }
  }
}
