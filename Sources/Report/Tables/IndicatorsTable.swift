import Indicators
import SchoolStatistics

/// `tables/indicators.csv`: one row per area × year × indicator × pupil group.
struct IndicatorsTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .indicators

  static let rows = ColumnTable<MeasuredRow>(
    name: "indicators", title: "Indicators for England, regions and local authorities",
    description:
      "One row per area, year, indicator and pupil group. Counts are whole pupils or schools; a missing value has a status, and is never zero.",
    key: ["time_period", "geographic_level", "region_code", "old_la_code", "indicator_id", "pupil_group"],
    columns: place + MeasureColumns.what + MeasureColumns.figures + standing + MeasureColumns.changes + closing)

  private static let place: [Column<MeasuredRow>] = [MeasureColumns.time, .made(PlaceFields.place, \.place)]

  private static let closing: [Column<MeasuredRow>] =
    [
      .integer(
        "needed_for_next_band", "Needed for the next band", [TableField.atLeast(0)],
        "Pupils, schools, or sessions for rates of overall absence."
      ) { $0.value.standing?.neededForNextBand },
      MeasureColumns.coverage, MeasureColumns.note { NoteText.table($0.value, decimals: $0.kind.decimals) },
    ] + MeasureColumns.closing

  private static let standing: [Column<MeasuredRow>] = [
    .integer(
      "rank", "Rank", [TableField.atLeast(1)], "Competition rank among the authorities with data; 1 is best."
    ) { $0.value.standing?.rank },
    .integer("ranked", "Authorities ranked", [TableField.atLeast(1)]) { $0.value.standing?.ranked },
    .text(
      "quartile_band", "Quartile band", [TableField.oneOf(["A", "B", "C", "D"])],
      "A is best. The tool's own banding: no official cut-points exist."
    ) { $0.value.standing?.band },
    .integer("decile", "Decile", [TableField.atLeast(1), ("maximum", 10)], "1 is best.") {
      // No tenths where the authorities are too few for bands.
      $0.value.standing.flatMap { $0.decile > 0 ? $0.decile : nil }
    },
    .number(
      "neighbour_mean", "Mean of statistical neighbours", [],
      "Of numbers of schools: of their shares of the schools judged, in per cent, with one decimal.",
      of: { $0.kind.unit == .schools ? 1 : $0.kind.decimals }
    ) { $0.value.standing?.neighbourMean.value },
  ]

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let prefixes = RowPrefixes(content.results, areas: content.areas)
    let values = content.results.values
    let chunk = 1024
    try TableWriter.write(
      Self.rows.description, chunks: (values.count + chunk - 1) / chunk, jobs: content.options.jobs, to: folder
    ) { (index) -> CSVBytes in
      var cells = CSVBytes(capacity: chunk * 384)
      var prefixes = prefixes
      for value in values[index * chunk..<min(values.count, (index + 1) * chunk)] {
        guard let place = prefixes.place(value.place), let kind = prefixes.kind(value.indicator) else { continue }
        Self.rows.write(
          MeasuredRow(value: value, kind: kind, year: prefixes.year(value.year), place: place), to: &cells)
      }
      return cells
    }
  }
}
