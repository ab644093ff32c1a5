import Indicators
import SchoolStatistics

/// `tables/indicators.csv`: one row per area × year × indicator × pupil group.
struct IndicatorsTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .indicators

  static let description = TableDescription(
    name: "indicators", title: "Indicators for England, regions and local authorities",
    description:
      "One row per area, year, indicator and pupil group. Counts are whole pupils or schools; a missing value has a status, and is never zero.",
    fields: PlaceFields.time + PlaceFields.place + MeasureFields.what + MeasureFields.figures + [
      TableField(
        "rank", "Rank", .integer, [TableField.atLeast(1)],
        "Competition rank among the authorities with data; 1 is best."),
      TableField("ranked", "Authorities ranked", .integer, [TableField.atLeast(1)]),
      TableField(
        "quartile_band", "Quartile band", .string, [TableField.oneOf(["A", "B", "C", "D"])],
        "A is best. The tool's own banding: no official cut-points exist."),
      TableField("decile", "Decile", .integer, [TableField.atLeast(1), ("maximum", 10)], "1 is best."),
      TableField(
        "neighbour_mean", "Mean of statistical neighbours", .number, [],
        "Of numbers of schools: of their shares of the schools judged, in per cent, with one decimal."),
    ] + MeasureFields.changes + [
      TableField(
        "needed_for_next_band", "Needed for the next band", .integer, [TableField.atLeast(0)],
        "Pupils, schools, or sessions for rates of overall absence.")
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
        rows.fields(prefixes.year(value.year))
        rows.fields(place)
        rows.fields(kind.fields)
        MeasureFields.figures(value, kind, to: &rows)
        Self.standing(value, decimals: kind.unit == .schools ? 1 : kind.decimals, to: &rows)
        MeasureFields.changes(value, decimals: kind.decimals, to: &rows)
        if let needed = value.standing?.neededForNextBand { rows.integer(needed) } else { rows.empty() }
        MeasureFields.closing(value, NoteText.table(value, decimals: kind.decimals), to: &rows)
        rows.endRow()
      }
      return rows
    }
  }

  private static func standing(_ value: IndicatorValue, decimals: Int, to rows: inout CSVBytes) {
    guard let rank = value.standing?.rank, let ranked = value.standing?.ranked, let band = value.standing?.band,
      let decile = value.standing?.decile, let mean = value.standing?.neighbourMean
    else {
      for _ in 0..<5 { rows.empty() }
      return
    }
    rows.integer(rank)
    rows.integer(ranked)
    rows.text(band)
    // No tenths where the authorities are too few for bands.
    if decile > 0 { rows.integer(decile) } else { rows.empty() }
    rows.decimal(mean, decimals: decimals)
  }
}
