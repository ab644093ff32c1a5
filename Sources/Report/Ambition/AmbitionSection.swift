import Indicators
import SchoolStatistics
import TargetAmbition

/// Whether an authority's schools set ambitious targets: bands, the schools between bands, quartiles of value added,
/// the chart and what the aggregated target asks for.
struct AmbitionSection: AuthoritySection {
  func render(_ area: Area, _ content: ReportContent) -> Markup? {
    guard case .localAuthority(let code) = area.place else { return nil }
    let phases = content.ambition.latest(area.place)
    let more = AmbitionFacts.more(code, content)
    guard !phases.isEmpty || !more.isEmpty else { return nil }
    let fits = content.ambition.results.fits
    let usesOwn = phases.contains { area in
      area.schools.contains { content.ambition.results.schools[$0].benchmark?.origin == .ownEstimate }
    }
    return Templates.render(
      "ambition",
      [
        "edition": .text("edition \(content.ambition.results.edition.rawValue)"),
        "criteria": .text(AmbitionCriterion.allCases.map { "\($0.code) \($0.wording)" }.joined(separator: "; ")),
        "phases": .list(phases.map { AmbitionPhase(area: $0, content: content).value }),
        "hasMore": .flag(!more.isEmpty), "more": .list(more),
        "fit": .optional(usesOwn ? fits.map(AmbitionFacts.fit).joined(separator: " ") : nil),
      ])
  }
}
