import HTML
import SchoolStatistics

/// Every file of a report that is not a page, with what it holds.
struct Downloads {
  let content: ReportContent

  var html: HTML {
    let formats = content.options.formats
    return HTML {
      """
      <section aria-labelledby="downloads">
      <h2 id="downloads">Downloads</h2>
      """
      if formats.contains(.csv) {
        "<h3>Tables</h3>"
        "<ul class=\"files\">"
        for table in DataPackage.tables(content.options) { file(table.path, table.title) }
        file(QualityTable.rows.description.path, QualityTable.rows.description.title)
        file("datapackage.json", "What the columns of all these files mean (Table Schema)")
        file("tables/datapackage.json", "The same, for the folder of tables alone")
        "</ul>"
        publishing
      }
      if formats.contains(.xlsx), !content.comparisonFields.isEmpty {
        "<h3>Workbooks</h3>"
        "<ul class=\"files\">"
        for field in content.comparisonFields { file(field.workbookPath, "\(field.name), authorities side by side") }
        "</ul>"
        "<p class=\"soft small\">The workbook of an authority is on its page.</p>"
      }
      """
      <h3>About this run</h3>
      <ul class="files">
      \(file("run.json", "Inputs, rules and options"))
      </ul>
      </section>
      """
    }
  }

  private var publishing: HTML? {
    let tables = DataPackage.publishing(content)
    guard !tables.isEmpty else { return nil }
    return HTML {
      "<h3>Publishing files, in the open-data standard</h3>"
      "<ul class=\"files\">"
      for table in tables { file(table.path, table.title) }
      "</ul>"
    }
  }

  private func file(_ path: String, _ title: String) -> HTML {
    "<li><a href=\"\(path)\">\(path.split(separator: "/").last.map(String.init) ?? path)</a> \(title)</li>"
  }
}
