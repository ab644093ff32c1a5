import Indicators
import Rulebook
import SchoolStatistics

/// `tables/reconciliation.csv`: published against pooled, per area, indicator and year.
struct ReconciliationTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .reconciliation

  struct Row {
    let line: Reconciliation
    let area: Area
    let indicator: Indicator
  }

  static let rows = ColumnTable<Row>(
    name: "reconciliation", title: "Published figures against pooled ones",
    description:
      "Where the inputs carry an official figure for an area: that figure, the one pooled from the schools, and what explains the difference.",
    key: ["time_period", "geographic_level", "region_code", "old_la_code", "indicator_id"],
    columns: [
      .made(PlaceFields.time) { PlaceFields.time($0.line.year) },
      .made(PlaceFields.place) { PlaceFields.place($0.area) },
      .made(MeasureFields.what) { MeasureFields.what($0.indicator) },
      .number(
        "published", "Published", [], "With the decimals it was published with.", of: { $0.line.publishedDecimals }
      ) { $0.line.published.value },
      .number("pooled", "Pooled", of: { max($0.indicator.decimals, $0.line.publishedDecimals) }) {
        $0.line.pooled.value
      },
      .number("difference", "Published minus pooled", of: { max(2, $0.indicator.decimals) }) {
        $0.line.difference.value
      },
      .number(
        "explicable", "Largest difference that can be explained", [TableField.atLeast(0)],
        of: { max(2, $0.indicator.decimals) }
      ) { $0.line.explicable.value },
      .text("explained", "Explained", [TableField.required, TableField.oneOf(["yes", "no"])]) {
        $0.line.isExplained ? "yes" : "no"
      },
      .integer("schools", "Schools with results", [TableField.atLeast(0)]) { $0.line.coverage.schools },
      .integer("schools_expected", "Schools expected", [TableField.atLeast(0)]) { $0.line.coverage.schoolsExpected },
      .integer("pupils", "Pupils with results", [TableField.atLeast(0)]) { $0.line.coverage.pupils },
      .integer("pupils_expected", "Pupils expected", [TableField.atLeast(0)]) { $0.line.coverage.pupilsExpected },
      .text("explanation", "Explanation") { $0.line.explanation },
    ])

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let wanted = Set(content.areas.map(\.place))
    let lines = content.results.reconciliation.filter { wanted.contains($0.place) }.compactMap { line -> Row? in
      guard let area = content.area(line.place), let indicator = content.indicator(line.indicator) else { return nil }
      return Row(line: line, area: area, indicator: indicator)
    }
    try folder.write(Self.rows.bytes(lines), to: Self.rows.description.path)
  }
}
