import Rulebook
import SchoolStatistics

/// The Table Schema of every table: `datapackage.json` of all files of figures, and `tables/datapackage.json` of those
/// beside it, for whoever takes that folder alone.
struct DataPackage: ReportOutput {
  let format = ReportFormat.csv

  /// The tables of a report, in the order of the package, with the choice that each goes with.
  private static let all: [(table: Table, description: TableDescription)] = [
    (.indicators, IndicatorsTable.rows.description), (.schools, SchoolsTable.rows.description),
    (.reconciliation, ReconciliationTable.rows.description),
    (.countedSchools, CountedSchoolsTable.rows.description),
    (.targetAmbition, SchoolTargetsTable.rows.description), (.targetAmbition, AreaTargetsTable.rows.description),
  ]

  /// Those that a report holds.
  static func tables(_ options: ReportOptions) -> [TableDescription] {
    all.filter { options.tables.contains($0.table) }.map(\.description)
  }

  /// The publishing files that a report holds, data and metadata.
  static func publishing(_ content: ReportContent) -> [TableDescription] {
    content.options.tables.contains(.openData) ? content.openData.flatMap(\.descriptions) : []
  }

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let tables = Self.tables(content.options) + Self.publishing(content)
    try folder.write(package(tables, root: "tables/", content).document, to: "tables/datapackage.json")
    let quality = content.options.audience == .internal ? [QualityTable.rows.description] : []
    let worksheets =
      content.options.tables.contains(.targetAmbition) && content.options.audience == .internal
      ? content.authorities.filter { !content.ambition.newest($0.place).isEmpty }.map(TargetWorksheet.description) : []
    try folder.write(package(tables + worksheets + quality, content).document, to: "datapackage.json")
  }

  private func package(_ tables: [TableDescription], root: String = "", _ content: ReportContent) -> JSON {
    let year = content.results.headlineYear
    return .object([
      ("name", .text("school-indicators-\(year.ending)-\(content.options.term.rawValue)")),
      ("profile", "data-package"),
      ("title", .text("School indicators, \(PeriodText.term(content.options.term, year))")),
      (
        "description",
        .text(
          (content.data.isSynthetic ? "Synthetic sample data: no such authority exists. " : "")
            + "Indicator tables for England, regions, local authorities and schools.")
      ),
      ("sources", .list(content.data.sources.filter { !$0.layout.isEmpty }.map(source))),
      ("resources", .list(tables.map { $0.resource(root: root) })),
    ])
  }

  private func source(_ file: SourceFile) -> JSON {
    ["title": .text(file.path.split(separator: "/").last.map(String.init) ?? file.path), "version": .text(file.digest)]
  }
}
