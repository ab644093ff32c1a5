import Indicators
import SchoolStatistics

/// The choices that the sources leave open, each with what was chosen and why it is open.
struct AssumptionsSection: AuthoritySection {
  func render(_ area: Area, _ content: ReportContent) -> Markup? { Self.render(content) }

  static func render(_ content: ReportContent) -> Markup? {
    guard !content.results.assumptions.isEmpty else { return nil }
    return Templates.render(
      "assumptions",
      [
        "assumptions": .list(
          content.results.assumptions.map {
            ["id": .text($0.id), "choice": .text($0.choice), "reason": .text($0.reason)]
          })
      ])
  }
}
