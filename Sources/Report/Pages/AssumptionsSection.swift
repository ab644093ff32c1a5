import HTML
import Indicators
import SchoolStatistics

/// The choices that the sources leave open, each with what was chosen and why it is open.
struct AssumptionsSection: AuthoritySection {
  func render(_ area: Area, _ content: ReportContent) -> HTML? { Self.render(content) }

  static func render(_ content: ReportContent) -> HTML? {
    guard !content.results.assumptions.isEmpty else { return nil }
    return HTML {
      """
      <section aria-labelledby="assumptions">
      <h2 id="assumptions">Assumptions</h2>
      <p>What the sources leave open, and what was chosen here.</p>
      <dl class="assumptions">
      """
      for assumption in content.results.assumptions {
        "<div><dt>\(assumption.id)</dt><dd><strong>\(assumption.choice)</strong><span class=\"line soft\">\(assumption.reason)</span></dd></div>"
      }
      "</dl>"
      "</section>"
    }
  }
}
