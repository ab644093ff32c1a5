import HTML
import Indicators
import SchoolStatistics

/// `index.html`: the way in. Authorities to find, by region and on a map; England's figures; data quality; downloads.
struct IndexPage: ReportOutput {
  let format = ReportFormat.html

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    try folder.write(Self.render(content).bytes, to: "index.html")
  }

  static func render(_ content: ReportContent) -> HTML {
    let counts = Dictionary(content.findings.map { ($0.severity, 1) }, uniquingKeysWith: +)
    func number(_ severity: Severity) -> String { FigureText.count(counts[severity] ?? 0, severity.rawValue) }
    let map = TileMap(content)
    return Page(
      title: "Local authorities and England",
      heading: "School indicators, \(PeriodText.term(content.options.term, content.results.headlineYear))",
      subtitle: subtitle(content), root: "", isFront: true, script: Document.script
    ).render(content) {
      """
      <ul class="jump contents">
      """
      if map != nil { "<li><a href=\"#map\">Map</a></li>" }
      """
      <li><a href="#authorities">Local authorities</a></li>
      <li><a href="#england">England</a></li>
      <li><a href="#quality">Data quality</a> <span class="soft">\(number(.error)), \(number(.warning))</span></li>
      <li><a href="#downloads">Downloads</a></li>
      <li><a href="method.html">Method</a></li>
      </ul>
      """
      find(content)
      map?.html
      authorities(content)
      england(content)
      """
      <section aria-labelledby="quality">
      <h2 id="quality">Data quality</h2>
      """
      quality(content, found: "\(number(.error)), \(number(.warning)) and \(number(.note))")
      "</section>"
      Downloads(content: content).html
    }
  }

  private static func subtitle(_ content: ReportContent) -> String {
    let results = content.results
    let counted = content.authorities.count { content.hasFigures($0.place) }
    let schools = results.schools.schools.count
    return [
      "Results of \(PeriodText.year(results.headlineYear))",
      FigureText.count(counted, "local authority", "local authorities"),
      schools == 0 ? "" : FigureText.count(schools, "school"),
      (results.years.count == 1 ? "year " : "years ") + PeriodText.span(results.years),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The box that finds an authority, and the ways to England and to a school.
  private static func find(_ content: ReportContent) -> HTML {
    let england: HTML? = content.comparisonFields.first { $0.isEngland }.map {
      "<a href=\"\($0.path)\">All authorities of England side by side</a>"
    }
    let school: HTML? = FindSchoolPage.isThere(content) ? "<a href=\"schools.html\">Find a school</a>" : nil
    let ways = [england, school].compactMap { $0 }
    return HTML {
      "<div class=\"tools\" data-list=\"by-region\" data-what=\"Find an authority\" hidden></div>"
      if !ways.isEmpty { "<p>\(ways.joined(separator: " · "))</p>" }
    }
  }

  private static func authorities(_ content: ReportContent) -> HTML {
    let regions = Dictionary(grouping: content.authorities) {
      $0.regionName.isEmpty ? "Other authorities" : $0.regionName
    }
    return HTML {
      "<section aria-labelledby=\"authorities\">"
      "<h2 id=\"authorities\">Local authorities</h2>"
      "<div id=\"by-region\">"
      for (name, areas) in regions.sorted(by: { $0.key < $1.key }) { region(name, areas, content) }
      "</div>"
      "</section>"
    }
  }

  private static func region(_ name: String, _ areas: [Area], _ content: ReportContent) -> HTML {
    let count = FigureText.count(areas.count { content.hasFigures($0.place) }, "authority", "authorities")
    let field = content.comparisonFields.first { !$0.isEngland && $0.name == name }
    let comparison: HTML? = field.map { ", <a href=\"\($0.path)\">side by side</a>" }
    return HTML {
      """
      <div class="region">
      <h3>\(name) <span class="soft">\(count)\(comparison)</span></h3>
      <ul class="authorities">
      """
      for area in areas.sorted(by: { ($0.name, $0.place.code) < ($1.name, $1.place.code) }) {
        "<li><a href=\"\(AuthorityPages.path(area))\">\(area.shownName)</a> <span class=\"soft\">\(area.place.code)</span></li>"
      }
      "</ul>"
      "</div>"
    }
  }

  private static func england(_ content: ReportContent) -> HTML {
    HTML {
      """
      <section aria-labelledby="england">
      <h2 id="england">England</h2>
      """
      if let nation = content.areas.first(where: { $0.place == .national }) {
        for phase in Phase.allCases { FiguresSection.table(phase, nation, content) }
      }
      "</section>"
    }
  }

  private static func quality(_ content: ReportContent, found: String) -> HTML {
    let files = FigureText.count(content.data.sources.count, "file")
    guard !content.findings.isEmpty else {
      return "<p><a href=\"quality.html\">Nothing was found wrong in \(files)</a>.</p>"
    }
    return HTML {
      "<p>\(found) in \(files): <a href=\"quality.html\">every finding, with file and line</a>.</p>"
      PageTable(
        look: "list narrow", caption: "The most frequent findings", heads: ["Rule", "Severity", "Findings"]
      ).table {
        for rule in FindingGroup.rules(content.findings).prefix(6) {
          "<tr><th scope=\"row\"><a href=\"quality.html#\(rule.rule)\">\(rule.rule)</a></th><td>\(rule.severity.rawValue)</td><td>\(FigureText.count(rule.count))</td></tr>"
        }
      }
    }
  }
}
