import HTML
import SchoolStatistics

/// `index.html` of the regional comparison alone: England and the regions, with their pages and workbooks.
struct ComparisonIndexPage: ReportOutput {
  let format = ReportFormat.html

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    try folder.write(Self.render(content).bytes, to: "index.html")
  }

  static func render(_ content: ReportContent) -> HTML {
    let year = content.results.headlineYear
    let fields = content.comparisonFields
    return Page(
      title: "Regional comparison", heading: "Local authorities side by side",
      subtitle:
        "Results of \(PeriodText.year(year)) · \(FigureText.count(content.authorities.count { content.hasFigures($0.place) }, "local authority", "local authorities")) · "
        + FigureText.count(fields.first?.indicators.count ?? 0, "ranked indicator"),
      root: "", isFront: true
    ).render(content) {
      """
      <section aria-labelledby="regions">
      <h2 id="regions">Regions</h2>
      """
      if fields.isEmpty {
        "<p>No indicator of \(PeriodText.year(year)) ranks the authorities: none has figures of local authorities in these data.</p>"
      }
      "<ul class=\"files\">"
      for field in fields {
        let workbook: HTML? =
          content.options.formats.contains(.xlsx)
          ? ", <a href=\"\(field.workbookPath)\">workbook of \(field.name)</a>" : nil
        "<li><a href=\"\(field.path)\">\(field.name)</a> \(FigureText.count(field.authorities.count, "authority", "authorities"))\(workbook)</li>"
      }
      "</ul>"
      "</section>"
    }
  }
}
