import HTML
import Indicators
import Rulebook
import SchoolStatistics
import TargetAmbition

/// Whether an authority's schools set ambitious targets: bands, the schools between bands, quartiles of value added,
/// the chart and what the aggregated target asks for. The authority's page has the answer and the schools that are
/// short; the page of targets has all.
struct AmbitionSection: AuthoritySection {
  /// True on the page of targets.
  var isWhole = false

  var link: (id: String, words: String) { (id: "targets", words: "Targets") }

  func render(_ area: Area, _ content: ReportContent) -> HTML? {
    guard case .localAuthority(let code) = area.place else { return nil }
    let phases = content.ambition.latest(area.place)
    let more = AmbitionFacts.more(code, content)
    guard !phases.isEmpty || !more.isEmpty else { return nil }
    let results = content.ambition.results
    let usesOwn = phases.contains { area in
      area.schools.contains { results.schools[$0].benchmark?.origin == .ownEstimate }
    }
    let criteria = criteria(results.edition, phases.map(\.phase))
    let day = results.day.map { ", as on \($0.words)" }
    let options = content.options
    let workbook: HTML? = options.formats.contains(.xlsx) ? " <a href=\"targets.xlsx\">worksheet</a>" : nil
    let table: HTML? =
      options.formats.contains(.csv) && options.tables.contains(.targetAmbition)
      ? " <a href=\"targets.csv\">CSV</a>" : nil
    let worksheet: HTML? =
      phases.isEmpty || (workbook == nil && table == nil)
      ? nil : " One row a school with the pupils that each criterion asks for:\(workbook)\(table)."
    let fits = usesOwn ? results.fits.map { " " + AmbitionFacts.fit($0) }.joined() : ""
    let full: HTML? =
      phases.isEmpty || isWhole
      ? nil : "<a href=\"targets.html\">Bands, value added, rounds and every comparison, school by school</a>."
    return HTML {
      """
      <section class="ambition" aria-labelledby="targets">
      <h2 id="targets">Are the targets ambitious? <span class="soft">edition \(results.edition.rawValue)\(day)</span></h2>
      """
      if isWhole {
        "<p class=\"small soft\" id=\"tested\">Six criteria: \(criteria). In line is a proxy: the figures of the guidance have not survived, and \(proxy) stand for it.\(worksheet)</p>"
      }
      for phase in phases { AmbitionPhase(area: phase, content: content, isWhole: isWhole).html }
      if !isWhole && !phases.isEmpty { "<p>\(full)\(worksheet)</p>" }
      if !more.isEmpty && !isWhole {
        """
        <h3 id="targets-more">National Challenge and early years</h3>
        <dl class="assumptions">
        """
        for fact in more { fact.html }
        "</dl>"
      }
      if isWhole {
        """
        <p class="small soft">The bands rest on the data part of strand 1.5 alone; tracking and use of targets are judgements. Quartiles are the tool’s, from percentile ranks of value added.\(fits)</p>
        """
      }
      "</section>"
    }
  }

  /// What stands for the guidance, as the assumptions of the run say it.
  private let proxy = "completeness, the floor and level 2 at key stage 1 becoming level 4"

  /// Each criterion as the edition words it for the phases of the page.
  private func criteria(_ edition: AmbitionEdition, _ phases: [Phase]) -> String {
    AmbitionCriterion.allCases.map { criterion in
      var words: [String] = []
      for phase in phases where !words.contains(criterion.wording(edition, phase)) {
        words.append(criterion.wording(edition, phase))
      }
      return "\(criterion.code) \(words.joined(separator: " / "))"
    }.joined(separator: "; ")
  }
}
