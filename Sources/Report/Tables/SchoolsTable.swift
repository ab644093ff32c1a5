import Indicators
import SchoolStatistics

/// `tables/schools.csv`: the same indicators for every school. Internal audience only.
struct SchoolsTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .schools

  static let rows = ColumnTable<MeasuredRow>(
    name: "schools", title: "Indicators for schools",
    description:
      "One row per school, year, indicator and pupil group. For internal use: small cohorts are not suppressed.",
    key: ["time_period", "school_urn", "indicator_id", "pupil_group"],
    columns: place + MeasureColumns.what + MeasureColumns.figures + MeasureColumns.changes + closing)

  private static let place: [Column<MeasuredRow>] = [MeasureColumns.time, .made(PlaceFields.school, \.place)]

  private static let closing: [Column<MeasuredRow>] =
    [
      .integer(
        "pooled_years", "Years pooled", [TableField.atLeast(1)],
        "For small cohorts: how many years the pooled columns hold."
      ) { $0.value.pooledYears?.years.count },
      .integer("pooled_numerator", "Pooled numerator") { $0.value.pooledYears?.numerator },
      .integer("pooled_denominator", "Pooled denominator") { $0.value.pooledYears?.denominator },
      .figure("pooled_value", "Pooled value") { $0.pooledYears?.percent },
      MeasureColumns.coverage, MeasureColumns.note { NoteText.parts($0.value).joined(separator: "; ") },
    ] + MeasureColumns.closing + [
      .figure("pooled_national_value", "England over the years pooled") { $0.pooledYears?.national.value }
    ]

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let schools = chosenSchools(content)
    let prefixes = RowPrefixes(content.results)
    // Few enough that a chunk of rows stays in the processor's cache until it is written.
    let chunk = 8
    try TableWriter.write(
      Self.rows.description, chunks: (schools.count + chunk - 1) / chunk, jobs: content.options.jobs, to: folder
    ) { (index) -> CSVBytes in
      var cells = CSVBytes(capacity: chunk * 128 * 256)
      var prefixes = prefixes
      for position in schools[index * chunk..<min(schools.count, (index + 1) * chunk)] {
        let school = content.data.schools[position]
        let place = PlaceFields.school(school, authority: content.area(.localAuthority(school.authority))?.name ?? "")
        for value in content.results.schools.values(of: position) {
          guard let kind = prefixes.kind(value.indicator) else { continue }
          Self.rows.write(
            MeasuredRow(value: value, kind: kind, year: prefixes.year(value.year), place: place), to: &cells)
        }
      }
      return cells
    }
  }

  private func chosenSchools(_ content: ReportContent) -> [Int] {
    guard content.isLimited else { return content.results.schools.schools }
    let codes = Set(content.areas.map(\.place))
    return content.results.schools.schools.filter {
      codes.contains(.localAuthority(content.data.schools[$0].authority))
    }
  }
}
