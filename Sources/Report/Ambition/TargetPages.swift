import HTML
import Indicators
import Rulebook
import SchoolStatistics
import TargetAmbition

/// `la/<code>/targets.html`: every school's latest target with each comparison made, so that any verdict can be redone
/// by hand; beneath them the bands and what they rest on.
struct TargetPages: ReportOutput {
  let format = ReportFormat.html
  let isPerAuthority = true

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let areas = content.authorities.filter { !content.ambition.latest($0.place).isEmpty }
    try inOrder(areas.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      (name: "la/\(areas[index].place.code)/targets.html", page: Self.render(areas[index], content).bytes)
    } use: { (made) throws(ReportError) in
      try folder.write(made.page, to: made.name)
    }
  }

  static func render(_ area: Area, _ content: ReportContent) -> HTML {
    Page(
      title: "\(area.name), targets in full", heading: "\(area.name): targets in full",
      subtitle: "Six criteria for every school’s latest target, with the numbers compared and the lines they came from",
      root: "../../", way: PageWay(area, on: .targets, content)
    ).render(content) {
      "<ul class=\"jump contents\">"
      for phase in content.ambition.latest(area.place) {
        "<li><a href=\"#\(phase.phase.rawValue)\">\(phase.phase.title), school by school</a></li>"
      }
      "<li><a href=\"#targets\">Bands, rounds and value added</a></li>"
      "</ul>"
      for phase in content.ambition.latest(area.place) { section(phase, content) }
      AmbitionSection(isWhole: true).render(area, content)
    }
  }

  private static func section(_ area: AreaAmbition, _ content: ReportContent) -> HTML {
    let measure = content.data.measures[area.measure]?.title ?? area.measure.id
    return HTML {
      """
      <section aria-labelledby="\(area.phase.rawValue)">
      <h2 id="\(area.phase.rawValue)">\(area.phase.title): targets for \(PeriodText.year(area.targetYear)), \(measure)</h2>
      """
      for position in shortFirst(area.schools, content.ambition.results) { school(position, content) }
      "</section>"
    }
  }

  /// Not ambitious or not set first, the most criteria unmet before others; each in the order that they had.
  private static func shortFirst(_ schools: [Int], _ results: AmbitionResults) -> [Int] {
    func order(_ position: Int) -> (Int, Int) {
      let school = results.schools[position]
      return switch school.verdict {
      case .notMet: (0, -school.unmet.count)
      case .notSet: (1, 0)
      case .notAssessable, .notDue: (2, 0)
      case .met, .metByExemption: (3, 0)
      }
    }
    return schools.enumerated().sorted { a, b in
      let (left, right) = (order(a.element), order(b.element))
      return (left.0, left.1, a.offset) < (right.0, right.1, b.offset)
    }.map(\.element)
  }

  /// The id of a school's comparisons.
  static func row(_ school: School, _ phase: Phase) -> String { "\(phase.rawValue)-\(school.urn.description)" }

  private static func school(_ position: Int, _ content: ReportContent) -> HTML {
    let judged = content.ambition.results.schools[position]
    let known = content.data.schools[judged.school]
    let why = judged.why.isEmpty ? "" : ": \(judged.why)"
    let beside = content.ambition.results.facts(position).map(\.words).filter { !$0.isEmpty }
    let criteria = content.ambition.results.criteria(position)
    let quartile = judged.nationalQuartile.map { " · value added Q\($0)" }
    let exemption = judged.exemption.map {
      " · exempt\($0.isUsed ? "" : ", not needed or out of scope"): \($0.reason), decided by \($0.decidedBy) \($0.decidedOn)"
    }
    return HTML {
      """
      <details class="printed">
      <summary id="\(row(known, judged.phase))">\(known.shownName) <span class="soft">\(judged.verdict.title)\(why)\(quartile)</span></summary>
      """
      PageTable(
        label: "\(known.shownName), criteria",
        caption: "\(known.shownName) <span class=\"soft\">URN \(known.urn.description)\(exemption)</span>",
        isInside: true, heads: ["Criterion", "Result", .words("What was compared"), "To meet it", .words("From")]
      ).html {
        for criterion in judged.criteriaInOrder { row(criteria[criterion.rawValue - 1], content) }
      }
      if !beside.isEmpty { "<p class=\"small\">Beside the verdict: \(beside.joined(separator: "; ")).</p>" }
      "</details>"
    }
  }

  private static func row(_ result: CriterionResult, _ content: ReportContent) -> HTML {
    var seen: Set<String> = []
    let lines = result.comparisons.flatMap(\.sources).map { AmbitionText.source($0, content.data) }
      .filter { seen.insert($0).inserted }.joined(separator: ", ")
    let comparisons = result.comparisons.map {
      "<span class=\"line\">\(AmbitionText.comparison($0))</span>" as HTML
    }.joined()
    let needed = result.outcome == .notMet ? AmbitionText.needed(result.pupilsNeeded) : "–"
    return
      "<tr><th scope=\"row\">\(result.criterion.code) \(result.criterion.title)</th><td>\(result.outcome.title)</td><td class=\"words\">\(comparisons)\(HTML.small(result.reason))</td><td>\(needed)</td><td class=\"words\"><small>\(lines)</small></td></tr>"
  }
}
