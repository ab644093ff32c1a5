import HTML
import Packs
import SchoolStatistics

/// The page of a pack. Computes nothing: every figure comes from the pack.
struct PackPage: Sendable {
  let pack: Pack

  init(_ pack: Pack) { self.pack = pack }

  /// `Alder Lane Primary School, Autumn visit 2009`
  var title: String { "\(pack.school.name), \(pack.visit.title)\(pack.isHandover ? ", handover" : "")" }

  /// Rows on page one; the rest of the actions stand with the evidence.
  static let actionsOnPageOne = 4
  static let noticesOnPageOne = 4
  static let enquiriesOnPageOne = 6

  /// The whole page, which stands by itself.
  var html: HTML {
    Document(
      title: title, look: "pack", styles: [Document.pageStyle, Document.packStyle],
      skip: ("notable", "Skip to what is notable")
    ).html {
      "<main>"
      first
      for section in PackSections.all(pack) { PackSections.html(section) }
      PackClose.html(pack)
      PackSections.html(pack.quiet)
      """
      </main>
      <footer>
      <p>\(Pack.distribution).</p>
      <p>Source: \(source), as supplied to this run. All quantitative data in a note of visit must be accurate: every figure here stands in the tables of schools and of targets of the same report. \(suppression) \(chance)</p>
      </footer>
      """
    }
  }

  /// Page one: what a partner must know who reads no further.
  private var first: HTML {
    let focus = pack.isHandover ? "handover to a new partner" : pack.visit.season.focus
    return HTML {
      "<section class=\"first\" aria-labelledby=\"school\">"
      Document.synthetic(pack.isSynthetic, what: "school")
      """
      <header>
      <nav aria-label="Packs"><a href="index.html">Packs of \(pack.school.authorityName)</a></nav>
      <h1 id="school">\(pack.school.name)</h1>
      <p class="sub">URN \(pack.school.urn.description) · \(pack.school.authorityName) (\(pack.school.authority.description)) · \(pack.visit.title) · \(focus)</p>
      </header>
      """
      if !pack.flags.isEmpty {
        "<ul class=\"flags\" aria-label=\"Status\">"
        for flag in pack.flags.prefix(5) { "<li class=\"tag\">\(flag.title)</li>" }
        "</ul>"
      }
      for notice in pack.notices.prefix(Self.noticesOnPageOne) { "<p class=\"notice\">\(notice)</p>" }
      if !pack.lastInspection.isEmpty { "<p class=\"inspection\">\(pack.lastInspection)</p>" }
      if !pack.facts.isEmpty {
        "<dl class=\"facts\">"
        for fact in pack.facts { "<div><dt>\(fact.title)</dt><dd>\(fact.text)</dd></div>" }
        "</dl>"
      }
      "<h2 id=\"notable\">What is notable</h2>"
      sentences
      """
      <div class="two">
      <div>
      <h2>Lines of enquiry</h2>
      <ul class="ask">
      """
      for enquiry in enquiries { "<li>\(enquiry)</li>" }
      """
      </ul>
      </div>
      <div>
      <h2>\(actionsTitle)</h2>
      """
      actions(pack.agreedActions.prefix(Self.actionsOnPageOne))
      """
      </div>
      </div>
      <p class="key">\(key)</p>
      </section>
      """
    }
  }

  private var sentences: HTML {
    guard !pack.sentences.isEmpty else { return "<p class=\"soft\">\(nothing)</p>" }
    return HTML {
      "<ol class=\"notable\">"
      for sentence in pack.sentences {
        let lead = sentence.lead.map(\.text).joined()
        let rest = sentence.rest.map(\.text).joined()
        "<li><div><strong>\(lead)</strong>\(rest)<small>\(sentence.because.prefix(1).uppercased() + sentence.because.dropFirst()).</small></div>\(sentence.picture.map { PlaceChart($0).markup })</li>"
      }
      "</ol>"
    }
  }

  private func actions(_ actions: some Collection<AgreedAction>) -> HTML {
    guard !actions.isEmpty else { return "<p class=\"soft\">No actions were supplied.</p>" }
    return HTML {
      """
      <table class="actions">
      <thead><tr><th scope="col">Action</th><th scope="col">Due</th><th scope="col">Owner</th><th scope="col">Progress</th></tr></thead>
      <tbody>
      """
      for action in actions {
        let progress = action.progress.isEmpty ? "not said" : action.progress
        "<tr><th scope=\"row\">\(action.action)</th><td>\(action.due)</td><td>\(action.owner)</td><td>\(progress)</td></tr>"
      }
      "</tbody>"
      "</table>"
    }
  }

  private var actionsTitle: String {
    guard let last = pack.agreedActions.first else { return "Agreed last time" }
    return "Agreed last time (\(PeriodText.day(last.visitedOn)))"
  }

  /// The questions of the rules, then what every visit of the season sets out to do where there is room.
  private var enquiries: [String] {
    let asked = pack.enquiries.map(\.question)
    let room = max(0, 5 - asked.count)
    return Array(asked.prefix(Self.enquiriesOnPageOne)) + Array(pack.visit.season.purposes.prefix(room))
  }

  private var nothing: String {
    pack.comparisonsTested == 0
      ? "There are no figures to compare." : "Nothing stands out: no rule found anything notable in these figures."
  }

  private var key: String {
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
