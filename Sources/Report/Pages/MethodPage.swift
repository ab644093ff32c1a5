import HTML
import Indicators
import Rulebook
import SchoolStatistics

/// `method.html`: how figures are made, what each indicator means, what was assumed, and the words used.
struct MethodPage: ReportOutput {
  let format = ReportFormat.html

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    try folder.write(Self.render(content).bytes, to: "method.html")
  }

  static func render(_ content: ReportContent) -> HTML {
    Page(
      title: "Method", heading: "How the figures are made",
      subtitle: "Rounding, tests, bands, definitions, assumptions and words", root: ""
    ).render(content) {
      """
      <ul class="jump">
      <li><a href="#figures">Figures</a></li>
      <li><a href="#bands">Ranks and bands</a></li>
      <li><a href="#marks">Marks in place of figures</a></li>
      """
      for phase in Phase.allCases where content.results.indicators.contains(where: { $0.phase == phase }) {
        "<li><a href=\"#\(phase.rawValue)\">Indicators, \(phase.title)</a></li>"
      }
      if !content.results.assumptions.isEmpty { "<li><a href=\"#assumptions\">Assumptions</a></li>" }
      """
      <li><a href="#words">Words</a></li>
      </ul>
      """
      figures
      bands
      marks
      for phase in Phase.allCases { definitions(phase, content) }
      assumptions(content)
      words
    }
  }

  private static func list(_ id: String, _ title: String, _ entries: [(term: String, meaning: String)]) -> HTML {
    HTML {
      """
      <section aria-labelledby="\(id)">
      <h2 id="\(id)">\(title)</h2>
      <dl class="assumptions">
      """
      for entry in entries { "<div><dt>\(entry.term)</dt><dd>\(entry.meaning)</dd></div>" }
      "</dl>"
      "</section>"
    }
  }

  private static let figures = list(
    "figures", "Figures",
    [
      ("Percentages", "Counts of all schools are added up and divided once; percentages are never averaged."),
      (
        "Rounding",
        "Half away from zero, at the end. Differences come from unrounded figures, so that one may differ by a unit of the last decimal from the difference of the two figures shown."
      ),
      ("Interval", "95%, from the counts of one year."),
      (
        "Significant",
        "The difference from England is larger than chance would give in nineteen years of twenty. Each indicator is tested by itself: of twenty such tests one is expected to be wrong."
      ),
      ("Change", "Over one year and over three; none across a change of definition or a missing year."),
      ("Published", "An official figure, taken as it is; where schools' counts are held too, both are compared."),
      ("Estimated", "Counts that were worked out from published percentages."),
      ("Small schools", "Few pupils in one year are pooled over three years, or not shown."),
    ])

  private static let bands = list(
    "bands", "Ranks and bands",
    [
      (
        "Rank",
        "Among the authorities with data; 1 is best whether a high or a low figure is good. Equal figures share a rank."
      ),
      (
        "Bands A to D",
        "Quarters of the authorities with data, A the best. The cut is this tool's own: no official cut-points exist."
      ),
      ("To the next band", "How many pupils more (or fewer, where low is good) would lift the figure over the line."),
      ("Neighbours", "The authorities that official models name as the most alike."),
    ])

  private static let marks = list(
    "marks", "Marks in place of figures",
    [
      ("c", "Suppressed, so that no pupil can be recognised."), ("x", "Not available."), ("z", "Not applicable."),
      ("u", "Low reliability."), ("low", "More than zero, but rounds to zero."), ("nr", "Too few pupils to rank."),
    ])

  private static func definitions(_ phase: Phase, _ content: ReportContent) -> HTML? {
    let indicators = content.results.indicators.filter { $0.phase == phase }
    guard !indicators.isEmpty else { return nil }
    return HTML {
      """
      <section aria-labelledby="\(phase.rawValue)">
      <h2 id="\(phase.rawValue)">Indicators, \(phase.title)</h2>
      <dl class="assumptions">
      """
      for indicator in indicators {
        let replaced = indicator.replaces.compactMap { content.indicator($0)?.shortTitle }.joined(separator: ", ")
        let replaces = replaced.isEmpty ? "" : " Replaces: \(replaced)."
        let open = indicator.certainty == "L" ? " The rule is open in the sources: see the assumptions." : ""
        """
        <div id="\(indicator.id)"><dt>\(indicator.title)</dt><dd>\(indicator.definition) \(good(indicator.polarity))\(HTML.small("Source: \(SourceText.shown(indicator.source)).\(open)\(replaces)"))</dd></div>
        """
      }
      "</dl>"
      "</section>"
    }
  }

  static func good(_ polarity: Polarity) -> String {
    switch polarity {
    case .high: "A high figure is good."
    case .low: "A low figure is good."
    case .neutral: "Neither a high nor a low figure is good in itself."
    }
  }

  private static func assumptions(_ content: ReportContent) -> HTML? {
    guard !content.results.assumptions.isEmpty else { return nil }
    return HTML {
      """
      <section aria-labelledby="assumptions">
      <h2 id="assumptions">Assumptions</h2>
      <p>What the sources leave open, and what was chosen here.</p>
      <ul class="choices">
      """
      for assumption in content.results.assumptions {
        "<li><strong>\(assumption.choice)</strong><span class=\"line soft\">\(SourceText.shown(assumption.reason))</span></li>"
      }
      "</ul>"
      "</section>"
    }
  }

  private static let words = list(
    "words", "Words",
    [
      ("CVA", "Contextual value added: progress compared with that of pupils of like attainment and circumstances."),
      ("EAL", "English as an additional language."), ("EYFS", "Early Years Foundation Stage, to the age of five."),
      ("FFT", "Fischer Family Trust, whose estimates of pupils' results schools use when they set targets."),
      ("Floor", "The share of pupils below which a government counted a school as low-attaining in that year."),
      ("FSM", "Pupils eligible for free school meals."), ("KS1, KS2, KS4", "Key stages, ending at about 7, 11 and 16."),
      ("LA", "Local authority."),
      ("National Challenge", "Secondary schools with fewer than 30% at 5 A*-C including English and mathematics."),
      ("SEN", "Special educational needs."), ("SIP", "School improvement partner, who visits a school each term."),
      ("URN", "Unique reference number of a school."),
    ])
}
