import Rulebook
import SchoolStatistics

/// `tables/datapackage.json`: the Table Schema of every table of the report.
struct DataPackage: ReportOutput {
  let format = ReportFormat.csv

  /// The tables of a report, in the order of the package.
  private static let all = [
    IndicatorsTable.description, SchoolsTable.description, ReconciliationTable.description,
    CountedSchoolsTable.description,
    TargetAmbitionTable.description,
  ]

  /// Those that a report holds.
  static func tables(_ options: ReportOptions) -> [TableDescription] {
    all.filter { table in Table(rawValue: table.name).map(options.tables.contains) ?? true }
  }

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let year = content.results.headlineYear
    let package = JSON.object([
      ("name", .text("school-indicators-\(year.ending)-\(content.options.term.rawValue)")),
      ("profile", "data-package"),
      ("title", .text("School indicators, \(PeriodText.term(content.options.term, year))")),
      (
        "description",
        .text(
          (content.data.isSynthetic ? "Synthetic sample data: no such authority exists. " : "")
            + "Indicator tables for England, regions, local authorities and schools.")
      ),
      ("resources", .list(Self.tables(content.options).map(\.resource))),
    ])
    try folder.write(package.document, to: "tables/datapackage.json")
  }
}
