import SchoolStatistics

/// `index.html` of the regional comparison alone: England and the regions, with their pages and workbooks.
struct ComparisonIndexPage: ReportOutput {
  let format = ReportFormat.html

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    try folder.write(Self.render(content).text, to: "index.html")
  }

  static func render(_ content: ReportContent) -> Markup {
    let year = content.results.headlineYear
    let fields = ComparisonField.all(content)
    return Page(
      title: "Regional comparison", heading: "Local authorities side by side",
      subtitle:
        "Results of \(PeriodText.year(year)) · \(FigureText.count(content.authorities.count { content.hasFigures($0.place) }, "local authority", "local authorities")) · "
        + FigureText.count(fields.first?.indicators.count ?? 0, "ranked indicator"),
      root: "", template: "comparison-index",
      body: [
        "none": .flag(fields.isEmpty), "year": .text(PeriodText.year(year)),
        "fields": .list(
          fields.map { field in
            [
              "name": .text(field.name), "path": .text(field.path),
              "count": .text(FigureText.count(field.authorities.count, "authority", "authorities")),
              "workbook": content.options.formats.contains(.xlsx) ? .text(field.workbookPath) : .nothing,
            ]
          }),
      ]
    ).render(content)
  }
}
