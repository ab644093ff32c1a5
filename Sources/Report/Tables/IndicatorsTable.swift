import SchoolStatistics

/// `tables/indicators.csv`: one row per area × year × indicator × pupil group.
struct IndicatorsTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .indicators

  static let description = TableDescription(
    name: "indicators", title: "Indicators for England, regions and local authorities",
    description: "One row per area, year, indicator and pupil group. Counts are whole pupils or schools; a missing value has a status, and is never zero.",
    fields: PlaceFields.time + PlaceFields.place + MeasureFields.what + MeasureFields.figures + [
      TableField("rank", "Rank", .integer, [TableField.atLeast(1)], "Competition rank among the authorities with data; 1 is best."),
      TableField("ranked", "Authorities ranked", .integer, [TableField.atLeast(1)]),
      TableField("quartile_band", "Quartile band", .string, [TableField.oneOf(["A", "B", "C", "D"])], "A is best. The tool's own banding: no official cut-points exist."),
      TableField("decile", "Decile", .integer, [TableField.atLeast(1), ("maximum", 10)], "1 is best."),
      TableField("neighbour_mean", "Mean of statistical neighbours", .number),
    ] + MeasureFields.changes + [
      TableField("needed_for_next_band", "Needed for the next band", .integer, [TableField.atLeast(0)], "Pupils or schools."),
    ] + MeasureFields.closing)

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let prefixes = RowPrefixes(content.results, areas: content.areas)
    let values = content.results.values
    let chunk = 1024
    try TableWriter.write(
      Self.description, chunks: (values.count + chunk - 1) / chunk, jobs: content.options.jobs, to: folder
    ) { (index) -> CSVBytes in
      var rows = CSVBytes(capacity: chunk * 384)
      var prefixes = prefixes
      for value in values[index * chunk..<min(values.count, (index + 1) * chunk)] {
        guard let place = prefixes.place(value.place), let kind = prefixes.kind(value.indicator) else { continue }
        let indicator = kind.indicator
        rows.fields(prefixes.year(value.year))
        rows.fields(place)
        rows.fields(kind.fields)
        MeasureFields.figures(value, indicator, to: &rows)
        let standing = value.standing
        Self.standing(standing, indicator, to: &rows)
        MeasureFields.changes(value, indicator, to: &rows)
        if let needed = standing?.neededForNextBand { rows.integer(needed) } else { rows.empty() }
        MeasureFields.closing(value, NoteText.table(value, indicator), to: &rows)
        rows.endRow()
      }
      return rows
    }
  }

  private static func standing(_ standing: Standing?, _ indicator: Indicator, to rows: inout CSVBytes) {
    guard let standing else {
      for _ in 0..<5 { rows.empty() }
      return
    }
    rows.integer(standing.rank)
    rows.integer(standing.ranked)
    rows.text(standing.band)
    rows.integer(standing.decile)
    rows.decimal(standing.neighbourMean, decimals: indicator.decimals)
  }
}
