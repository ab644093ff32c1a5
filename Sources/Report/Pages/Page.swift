import Indicators
import SchoolStatistics

/// What all pages share: title, heading, the way back, sections, footer.
struct Page {
  /// For the window's title; the report's own title is added.
  var title: String
  var heading: String
  /// One line beneath the heading.
  var subtitle: String
  /// The way from this page to the top of the report: `../../` for `la/901/index.html`.
  var root: String
  /// The authority's own page, for pages that stand beside it.
  var back: Area?
  /// Template for the body, and what fills it.
  var template: String
  var body: PageValue
  /// Printed across, for pages whose tables are wide.
  var isWide = false

  func render(_ content: ReportContent) -> Markup {
    let main = Templates.render(template, body.adding(["root": .text(root)]))
    return Templates.render(
      "page",
      [
        "title": .text(title), "heading": .text(heading), "subtitle": .text(subtitle),
        "synthetic": .flag(content.data.isSynthetic), "main": .markup(main), "root": .text(root),
        "back": .optional(back.map { $0.name.isEmpty ? "LA \($0.place.code)" : $0.name }),
        "isWide": .flag(isWide), "isFront": .flag(root.isEmpty && template.hasSuffix("index")),
        "report": .text("School indicators, \(PeriodText.term(content.options.term, content.results.headlineYear))"),
        "source": .text(source(content)),
        "rules": .text(rules(content)),
      ])
  }

  private func source(_ content: ReportContent) -> String {
    let sources = content.data.sources.filter { !$0.layout.isEmpty }
    if sources.isEmpty { return "no input files" }
    let names = sources.prefix(4).map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }
    let others = sources.count - names.count
    return names.joined(separator: ", ") + (others > 0 ? " and \(FigureText.count(others, "other file"))" : "")
  }

  private func rules(_ content: ReportContent) -> String {
    let names = content.options.rules.prefix(6).map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }
    return names.joined(separator: ", ")
  }
}
