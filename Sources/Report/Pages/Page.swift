import HTML
import Indicators
import Packs
import SchoolStatistics

/// What all pages of a report share: title, heading, the way back, footer.
struct Page {
  /// For the window's title; the report's own title is added.
  var title: String
  var heading: String
  /// One line beneath the heading.
  var subtitle: String
  /// The way from this page to the top of the report: `../../` for `la/901/index.html`.
  var root: String
  var way = PageWay()
  /// The page that a report opens with has no way back.
  var isFront = false
  /// Printed across, for pages whose tables are wide.
  var isWide = false
  var script = HTML()

  func render(_ content: ReportContent, @HTMLBuilder _ main: () -> HTML) -> HTML {
    let report = "School indicators, \(PeriodText.term(content.options.term, content.results.headlineYear))"
    return Document(title: "\(title) – \(report)", look: isWide ? "landscape" : "", script: script).html {
      "<header>"
      Document.synthetic(content.data.isSynthetic)
      // The quality report alone has no report to lead to.
      let isAlone = content.options.kind == .check
      if !isFront && !isAlone { way.html(root: root, report: report) }
      "<h1>\(heading)</h1>"
      "<p class=\"sub\">\(subtitle)</p>"
      "</header>"
      "<main id=\"main\">"
      main()
      """
      </main>
      <footer>
      <p>Source: \(source(content))\(isAlone ? HTML() : record).\(rules(content))</p>
      """
      if !isAlone {
        "<p>Percentages are pooled counts, rounded half away from zero; differences come from unrounded figures. Intervals are 95%. No official cut-points exist for these indicators. <a href=\"\(root)method.html\">How the figures are made</a>.</p>"
      }
      "<p>\(Pack.distribution).</p>"
      "</footer>"
    }
  }

  private var record: HTML { "; every file with its SHA-256 is in <a href=\"\(root)run.json\">run.json</a>" }

  private func source(_ content: ReportContent) -> String {
    let sources = content.data.sources.filter { !$0.layout.isEmpty }
    if sources.isEmpty { return "no input files" }
    let names = sources.prefix(4).map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }
    let others = sources.count - names.count
    return names.joined(separator: ", ") + (others > 0 ? " and \(FigureText.count(others, "other file"))" : "")
  }

  private func rules(_ content: ReportContent) -> HTML? {
    let years = content.results.years.map { "\($0.ending).json5" }
    let names = years.filter { year in content.options.rules.contains { $0.path.hasSuffix("/rulebook/" + year) } }
    return names.isEmpty ? nil : " Rules: \(names.joined(separator: ", "))."
  }
}

extension Area {
  /// Its name, or its code where no file names it.
  var shownName: String { name.isEmpty ? "LA \(place.code)" : name }
}

extension School {
  var shownName: String { name.isEmpty ? "Name not known" : name }
}
