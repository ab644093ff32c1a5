import HTML
import Packs
import SchoolStatistics

/// The page of a pack. Computes nothing: every figure comes from the pack.
struct PackPage: Sendable {
  let pack: Pack

  init(_ pack: Pack, imprint: String = "") { (self.pack, self.imprint) = (pack, imprint) }

  /// `Alder Lane Primary School, Autumn visit 2009`
  var title: String { "\(pack.school.name), \(pack.visit.title)\(pack.isHandover ? ", handover" : "")" }

  /// What the foot of each printed page says beside the title: day and version; empty where neither is known.
  var imprint = ""

  var sides: PackSides { PackSides(pack) }

  /// The whole page, which stands by itself.
  var html: HTML {
    Document(
      title: title, look: "pack", styles: [Document.pageStyle, Document.packStyle, PageFoot.style(foot)],
      skip: ("notable", "Skip to what is notable")
    ).html {
      "<main>"
      first
      """
      <section class="second" aria-label="Figures for the visit">
      """
      for section in sides.second { PackSections.html(section) }
      PackClose.agenda(pack)
      "</section>"
      "<div class=\"evidence\">"
      for section in sides.evidence { PackSections.html(section) }
      PackClose.checklist(pack)
      PackSections.html(pack.quiet)
      "</div>"
      """
      </main>
      <footer>
      """
      for paragraph in close { "<p>\(paragraph)</p>" }
      "</footer>"
    }
  }

  /// Who may read the pack, and what its figures rest on.
  var close: [String] {
    [
      "\(Pack.distribution)." + (imprint.isEmpty ? "" : " \(imprint)."),
      "Source: \(source), as supplied to this run. All quantitative data in a note of visit must be accurate: every figure here stands in the tables of schools and of targets of the same report. \(suppression) \(chance)",
    ]
  }

  var subtitle: String {
    let focus = pack.isHandover ? "handover to a new partner" : pack.visit.season.focus
    return
      "URN \(pack.school.urn) · \(pack.school.authorityName) (\(pack.school.authority)) · \(pack.visit.title) · \(focus)"
  }

  /// `Alder Lane Primary School (990142), Autumn visit 2009 · As on 1 September 2009`
  var foot: String {
    "\(pack.school.name) (\(pack.school.urn)), \(pack.visit.title)" + (imprint.isEmpty ? "" : " · \(imprint)")
  }

  /// Side one: what a partner must know who reads no further.
  private var first: HTML {
    HTML {
      "<section class=\"first\" aria-labelledby=\"school\">"
      Document.synthetic(pack.isSynthetic, what: "school")
      """
      <header>
      <nav aria-label="Packs"><a href="index.html">Packs of \(pack.school.authorityName)</a></nav>
      <h1 id="school">\(pack.school.name)</h1>
      <p class="sub">\(subtitle)</p>
      </header>
      """
      if !pack.flags.isEmpty {
        "<ul class=\"flags\" aria-label=\"Status\">"
        for flag in pack.flags.prefix(5) { "<li class=\"tag\">\(flag.title)</li>" }
        "</ul>"
      }
      for notice in pack.notices.prefix(PackSides.noticesOnSideOne) { "<p class=\"notice\">\(notice)</p>" }
      if !pack.lastInspection.isEmpty { "<p class=\"inspection\">\(pack.lastInspection)</p>" }
      facts
      if sides.leadsWithActions { actions }
      if !sides.leadsWithActions { Self.charts(sides) }
      """
      <h2 id="notable">What is notable<span class="soft">the worst first</span></h2>
      """
      sentences
      if sides.leadsWithActions { Self.charts(sides) } else { actions }
      """
      <p class="key">\(key)</p>
      </section>
      """
    }
  }

  private var facts: HTML? {
    pack.facts.isEmpty
      ? nil
      : HTML {
        "<dl class=\"facts\">"
        for fact in pack.facts { "<div><dt>\(fact.title)</dt><dd>\(fact.text)</dd></div>" }
        "</dl>"
      }
  }

  static func charts(_ sides: PackSides) -> HTML? {
    let charts = sides.charts.compactMap { chart in
      YearsChart(line: chart.line, name: chart.name).markup.map { svg in
        "<figure><figcaption>\(chart.name)</figcaption>\(svg)</figure>" as HTML
      }
    }
    return charts.isEmpty
      ? nil : "<div class=\"charts\">\(charts.joined())</div><p class=\"key\">Solid: this school. Dashed: England.</p>"
  }

  private var sentences: HTML {
    let said = sides.said
    guard !said.isEmpty else { return "<p class=\"soft\">\(nothing)</p>" }
    return HTML {
      "<ol class=\"notable\">"
      for one in said {
        let sentence = one.sentence
        let lead = sentence.lead.map(\.text).joined()
        let rest = sentence.rest.map(\.text).joined()
        let question = one.question.map { "<p class=\"question\">\($0)</p>" as HTML }
        "<li><div><strong>\(lead)</strong>\(rest)\(question)<small>\(sentence.because.prefix(1).uppercased() + sentence.because.dropFirst()).</small></div>\(sentence.picture.map { PlaceChart($0).markup })</li>"
      }
      "</ol>"
    }
  }

  private var actions: HTML {
    let actions = pack.agreedActions.prefix(PackSides.actionsOnSideOne)
    guard !actions.isEmpty else {
      return "<h2>\(actionsTitle)</h2><p class=\"soft\">No actions were supplied.</p>"
    }
    return HTML {
      """
      <h2>\(actionsTitle)</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Agreed actions">
      <table class="actions">
      <thead><tr><th scope="col">Action</th><th scope="col">Due</th><th scope="col">Owner</th><th scope="col">Progress</th></tr></thead>
      <tbody>
      """
      for action in actions {
        let progress = action.progress.isEmpty ? "not said" : action.progress
        "<tr><th scope=\"row\">\(action.action)</th><td>\(action.due)</td><td>\(action.owner)</td><td>\(progress)</td></tr>"
      }
      """
      </tbody>
      </table>
      </div>
      """
    }
  }

  var actionsTitle: String {
    guard let last = pack.agreedActions.first else { return "Agreed last time" }
    let day = PeriodText.day(last.visitedOn)
    return sides.leadsWithActions ? "Agreed on \(day), and how far it is" : "Agreed last time (\(day))"
  }

  var nothing: String {
    pack.comparisonsTested == 0
      ? "There are no figures to compare." : "Nothing stands out: no rule found anything notable in these figures."
  }

  var key: String {
    (pack.sentences.contains { $0.picture != nil }
      ? "Shading: quarters of the schools of England, the best on the right; line: 95% interval. " : "")
      + "Every number is in the tables of schools and of targets of the report. \(Pack.distribution)."
  }

  private var source: String {
    if pack.sources.isEmpty { return "no input files" }
    let others = pack.sources.count - 4
    return pack.sources.prefix(4).joined(separator: ", ")
      + (others > 0 ? " and \(FigureText.count(others, "other file"))" : "")
  }

  private var suppression: String {
    "Figures of fewer than \(pack.minimumCohort) pupils are pooled over three years or not shown."
  }

  private var chance: String {
    guard pack.comparisonsTested > 0 else { return "" }
    return
      "\(FigureText.count(pack.comparisonsTested, "figure")) of this school \(pack.comparisonsTested == 1 ? "was" : "were") compared with England at 95%: by chance alone one in twenty would stand out."
  }
}
