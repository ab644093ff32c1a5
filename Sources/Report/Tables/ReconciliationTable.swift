import SchoolStatistics

/// `tables/reconciliation.csv`: published against pooled, per area, indicator and year.
struct ReconciliationTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .reconciliation

  static let description = TableDescription(
    name: "reconciliation", title: "Published figures against pooled ones",
    description:
      "Where the inputs carry an official figure for an area: that figure, the one pooled from the schools, and what explains the difference.",
    fields: PlaceFields.time + PlaceFields.place + [
      MeasureFields.what[0], MeasureFields.what[1], MeasureFields.what[2],
      TableField("published", "Published", .number, [], "With the decimals it was published with."),
      TableField("pooled", "Pooled", .number),
      TableField("difference", "Published minus pooled", .number),
      TableField("explicable", "Largest difference that can be explained", .number, [TableField.atLeast(0)]),
      TableField("explained", "Explained", .string, [TableField.required, TableField.oneOf(["yes", "no"])]),
      TableField("schools", "Schools with results", .integer, [TableField.atLeast(0)]),
      TableField("schools_expected", "Schools expected", .integer, [TableField.atLeast(0)]),
      TableField("pupils", "Pupils with results", .integer, [TableField.atLeast(0)]),
      TableField("pupils_expected", "Pupils expected", .integer, [TableField.atLeast(0)]),
      TableField("explanation", "Explanation", .string),
    ])

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let wanted = Set(content.areas.map(\.place))
    let lines = content.results.reconciliation.filter { wanted.contains($0.place) }
    try TableWriter.write(Self.description, chunks: 1, jobs: 1, to: folder) { (_) -> CSVBytes in
      var rows = CSVBytes()
      for line in lines {
        guard let area = content.area(line.place), let indicator = content.indicator(line.indicator) else { continue }
        rows.fields(PlaceFields.time(line.year))
        rows.fields(PlaceFields.place(area))
        rows.fields(MeasureFields.what(indicator))
        rows.decimal(line.published, decimals: line.publishedDecimals)
        rows.decimal(line.pooled, decimals: max(indicator.decimals, line.publishedDecimals))
        rows.decimal(line.difference, decimals: max(2, indicator.decimals))
        rows.decimal(line.explicable, decimals: max(2, indicator.decimals))
        rows.text(line.isExplained ? "yes" : "no")
        for n in [
          line.coverage.schools, line.coverage.schoolsExpected, line.coverage.pupils, line.coverage.pupilsExpected,
        ] {
          rows.integer(n)
        }
        rows.text(line.explanation)
        rows.endRow()
      }
      return rows
    }
  }
}
