import HTML
import Indicators
import SchoolStatistics
import TargetAmbition

/// Whether an authority's schools set ambitious targets: bands, the schools between bands, quartiles of value added,
/// the chart and what the aggregated target asks for.
struct AmbitionSection: AuthoritySection {
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
    let criteria = AmbitionCriterion.allCases.map { "\($0.code) \($0.wording)" }.joined(separator: "; ")
    let fits = usesOwn ? results.fits.map { " " + AmbitionFacts.fit($0) }.joined() : ""
    let full: HTML? =
      phases.isEmpty
      ? nil : " Every comparison, school by school, is on the page <a href=\"targets.html\">targets in full</a>."
    return HTML {
      """
      <section class="ambition" aria-labelledby="targets">
      <h2 id="targets">Are the targets ambitious? <span class="soft">edition \(results.edition.rawValue)</span></h2>
      <p class="small soft">Six criteria: \(criteria).\(full)</p>
      """
      for phase in phases { AmbitionPhase(area: phase, content: content).html }
      if !more.isEmpty {
        """
        <h3 id="targets-more">National Challenge and early years</h3>
        <dl class="assumptions">
        """
        for fact in more { fact.html }
        "</dl>"
      }
      """
      <p class="small soft">The bands rest on the data part of strand 1.5 alone; tracking and use of targets are judgements. Quartiles are the tool’s, from percentile ranks of value added.\(fits)</p>
      </section>
      """
    }
  }
}
