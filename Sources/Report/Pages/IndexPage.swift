import Indicators
import SchoolStatistics

/// `index.html`: the way in. Authorities by region, England's figures, data quality, tables, assumptions.
struct IndexPage: ReportOutput {
  let format = ReportFormat.html

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    try folder.write(Self.render(content).text, to: "index.html")
  }

  static func render(_ content: ReportContent) -> Markup {
    let results = content.results
    let year = results.headlineYear
    let counted = content.authorities.count { content.hasFigures($0.place) }
    let schools = results.schools.schools.count
    return Page(
      title: "Local authorities and England",
      heading: "School indicators, \(PeriodText.term(content.options.term, year))",
      subtitle: [
        "Results of \(PeriodText.year(year))",
        FigureText.count(counted, "local authority", "local authorities"),
        schools == 0 ? "" : FigureText.count(schools, "school"),
        (results.years.count == 1 ? "year " : "years ") + PeriodText.span(results.years),
      ].filter { !$0.isEmpty }.joined(separator: " · "),
      root: "", template: "index",
      body: [
        "regions": .list(regions(content)),
        "england": .list(england(content)),
        "quality": quality(content),
        "tables": .list(content.options.formats.contains(.csv) ? tables(content.options) : []),
        "assumptions": .optional(AssumptionsSection.render(content)),
      ]
    ).render(content)
  }

  private static func regions(_ content: ReportContent) -> [PageValue] {
    var regions: [(name: String, areas: [Area])] = []
    for area in content.authorities {
      let name = area.regionName.isEmpty ? "Other authorities" : area.regionName
      if let position = regions.firstIndex(where: { $0.name == name }) {
        regions[position].areas.append(area)
      } else {
        regions.append((name, [area]))
      }
    }
    return regions.sorted { $0.name < $1.name }.map { region in
      [
        "name": .text(region.name),
        "count": .text(
          FigureText.count(region.areas.count { content.hasFigures($0.place) }, "authority", "authorities")),
        "comparison": region.areas[0].regionName.isEmpty || content.results.distributions.isEmpty
          ? .nothing : .text("regions/\(ComparisonField.slug(region.name)).html"),
        "authorities": .list(
          region.areas.sorted { ($0.name, $0.place.code) < ($1.name, $1.place.code) }.map {
            [
              "name": .text($0.name.isEmpty ? "LA \($0.place.code)" : $0.name), "code": .text($0.place.code),
              "path": .text(AuthorityPages.path($0)),
            ]
          }),
      ]
    }
  }

  private static func england(_ content: ReportContent) -> [PageValue] {
    guard let nation = content.areas.first(where: { $0.place == .national }) else { return [] }
    return Phase.allCases.compactMap { phase in
      let rows = content.results.indicators.filter { $0.phase == phase }
        .compactMap { IndicatorRow($0, nation.place, content.results) }
      return FiguresSection.table(rows, phase, nation, content).map { .markup($0) }
    }
  }

  private static func quality(_ content: ReportContent) -> PageValue {
    let counts = Dictionary(content.findings.map { ($0.severity, 1) }, uniquingKeysWith: +)
    return [
      "errors": .text(FigureText.count(counts[.error] ?? 0, "error")),
      "warnings": .text(FigureText.count(counts[.warning] ?? 0, "warning")),
      "notes": .text(FigureText.count(counts[.note] ?? 0, "note")),
      "files": .text(FigureText.count(content.data.sources.count, "file")),
      "none": .flag(content.findings.isEmpty),
      "rules": .list(
        FindingGroup.rules(content.findings).prefix(6).map { rule in
          ["rule": .text(rule.rule), "severity": .text(rule.severity.rawValue), "count": .count(rule.count)]
        }),
    ]
  }

  private static func tables(_ options: ReportOptions) -> [PageValue] {
    DataPackage.tables(options).map {
      ["path": .text($0.path), "title": .text($0.title), "file": .text($0.name + ".csv")]
    } + [
      [
        "path": "tables/datapackage.json", "title": "What the columns of these tables mean (Table Schema)",
        "file": "datapackage.json",
      ],
      ["path": "run.json", "title": "Inputs, rules and options of this run", "file": "run.json"],
    ]
  }
}
