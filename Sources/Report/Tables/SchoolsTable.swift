import Indicators
import SchoolStatistics

/// `tables/schools.csv`: the same indicators for every school. Internal audience only.
struct SchoolsTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .schools

  static let description = TableDescription(
    name: "schools", title: "Indicators for schools",
    description:
      "One row per school, year, indicator and pupil group. For internal use: small cohorts are not suppressed.",
    fields: PlaceFields.time + PlaceFields.school + MeasureFields.what + MeasureFields.figures + MeasureFields.changes
      + [
        TableField(
          "pooled_years", "Years pooled", .integer, [TableField.atLeast(1)],
          "For small cohorts: how many years the pooled columns hold."),
        TableField("pooled_numerator", "Pooled numerator", .integer),
        TableField("pooled_denominator", "Pooled denominator", .integer),
        TableField("pooled_value", "Pooled value", .number),
      ] + MeasureFields.closing + [TableField("pooled_national_value", "England over the years pooled", .number)])

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let schools = chosenSchools(content)
    let prefixes = RowPrefixes(content.results)
    // Few enough that a chunk of rows stays in the processor's cache until it is written.
    let chunk = 8
    try TableWriter.write(
      Self.description, chunks: (schools.count + chunk - 1) / chunk, jobs: content.options.jobs, to: folder
    ) { (index) -> CSVBytes in
      var rows = CSVBytes(capacity: chunk * 128 * 256)
      var prefixes = prefixes
      for position in schools[index * chunk..<min(schools.count, (index + 1) * chunk)] {
        let school = content.data.schools[position]
        let place = PlaceFields.school(school, authority: content.area(.localAuthority(school.authority))?.name ?? "")
        for value in content.results.schools.values(of: position) {
          guard let kind = prefixes.kind(value.indicator) else { continue }
          rows.fields(prefixes.year(value.year))
          rows.fields(place)
          rows.fields(kind.fields)
          MeasureFields.figures(value, kind, to: &rows)
          MeasureFields.changes(value, decimals: kind.decimals, to: &rows)
          Self.pooled(value.pooledYears, decimals: kind.decimals, to: &rows)
          MeasureFields.closing(value, NoteText.parts(value).joined(separator: "; "), to: &rows)
          rows.decimal(value.pooledYears?.national ?? .missing(.notSupplied), decimals: kind.decimals)
          rows.endRow()
        }
      }
      return rows
    }
  }

  private func chosenSchools(_ content: ReportContent) -> [Int] {
    guard content.isLimited else { return content.results.schools.schools }
    let codes = Set(content.areas.map(\.place))
    return content.results.schools.schools.filter {
      codes.contains(.localAuthority(content.data.schools[$0].authority))
    }
  }

  private static func pooled(_ pooled: PooledYears?, decimals: Int, to rows: inout CSVBytes) {
    guard let pooled else {
      for _ in 0..<4 { rows.empty() }
      return
    }
    rows.integer(pooled.years.count)
    rows.integer(pooled.numerator)
    rows.integer(pooled.denominator)
    rows.decimal(pooled.percent, decimals: decimals)
  }
}
