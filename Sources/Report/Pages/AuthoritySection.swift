import HTML
import Indicators
import SchoolStatistics

/// A part of an authority's page. Adding one is a new file and a line in `authoritySections`.
protocol AuthoritySection: Sendable {
  /// Where the contents lead, and what they say.
  var link: (id: String, words: String) { get }
  /// The finished section, with its own `<section>` and heading of level 2; nil where there is nothing to say.
  func render(_ area: Area, _ content: ReportContent) -> HTML?
}

/// The sections of an authority's page, in the order they stand there.
let authoritySections: [any AuthoritySection] = [
  GlanceSection(),
  FiguresSection(phase: .earlyYears), FiguresSection(phase: .primary), FiguresSection(phase: .secondary),
  PositionSection(),
  AmbitionSection(),
  CountedSchoolsSection(),
  EvidenceSection(),
  ReconciliationSection(),
]
