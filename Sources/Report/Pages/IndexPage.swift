import HTML
import Indicators
import SchoolStatistics

/// `index.html`: the way in. Authorities by region, England's figures, data quality, tables, assumptions.
struct IndexPage: ReportOutput {
  let format = ReportFormat.html

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    try folder.write(Self.render(content).bytes, to: "index.html")
  }

  static func render(_ content: ReportContent) -> HTML {
    let counts = Dictionary(content.findings.map { ($0.severity, 1) }, uniquingKeysWith: +)
    func number(_ severity: Severity) -> String { FigureText.count(counts[severity] ?? 0, severity.rawValue) }
    return Page(
      title: "Local authorities and England",
      heading: "School indicators, \(PeriodText.term(content.options.term, content.results.headlineYear))",
      subtitle: subtitle(content), root: "", isFront: true
    ).render(content) {
      """
      <ul class="jump">
      <li><a href="#authorities">Local authorities</a></li>
      <li><a href="#england">England</a></li>
      <li><a href="#quality">Data quality</a> <span class="soft">\(number(.error)), \(number(.warning))</span></li>
      """
      if !content.results.assumptions.isEmpty { "<li><a href=\"#assumptions\">Assumptions</a></li>" }
      """
      <li><a href="#tables">Tables</a></li>
      </ul>
      <section aria-labelledby="authorities">
      <h2 id="authorities">Local authorities</h2>
      """
      for region in regions(content) { region }
      """
      </section>
      <section aria-labelledby="england">
      <h2 id="england">England</h2>
      """
      if let nation = content.areas.first(where: { $0.place == .national }) {
        for phase in Phase.allCases { FiguresSection.table(phase, nation, content) }
      }
      """
      </section>
      <section aria-labelledby="quality">
      <h2 id="quality">Data quality</h2>
      """
      quality(content, found: "\(number(.error)), \(number(.warning)) and \(number(.note))")
      "</section>"
      AssumptionsSection.render(content)
      """
      <section aria-labelledby="tables">
      <h2 id="tables">Tables</h2>
      <ul class="files">
      """
      if content.options.formats.contains(.csv) { tables(content.options) }
      """
      </ul>
      </section>
      """
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

  private static func regions(_ content: ReportContent) -> [HTML] {
    let regions = Dictionary(grouping: content.authorities) {
      $0.regionName.isEmpty ? "Other authorities" : $0.regionName
    }
    return regions.sorted { $0.key < $1.key }.map { name, areas in
      let count = FigureText.count(areas.count { content.hasFigures($0.place) }, "authority", "authorities")
      let comparison: HTML? =
        areas[0].regionName.isEmpty || content.results.distributions.isEmpty
        ? nil : ", <a href=\"regions/\(content.pageName(ofRegion: name)).html\">side by side</a>"
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
  }

  private static func quality(_ content: ReportContent, found: String) -> HTML {
    let files = FigureText.count(content.data.sources.count, "file")
    guard !content.findings.isEmpty else { return "<p>Nothing was found wrong in \(files).</p>" }
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

  private static func tables(_ options: ReportOptions) -> HTML {
    HTML {
      for table in DataPackage.tables(options) {
        "<li><a href=\"\(table.path)\">\(table.name).csv</a> \(table.title)</li>"
      }
      "<li><a href=\"tables/datapackage.json\">datapackage.json</a> What the columns of these tables mean (Table Schema)</li>"
      "<li><a href=\"run.json\">run.json</a> Inputs, rules and options of this run</li>"
    }
  }
}
