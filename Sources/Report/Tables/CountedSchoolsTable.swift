import Indicators
import Rulebook
import SchoolStatistics

/// `tables/counted-schools.csv`: the schools behind every indicator that counts schools, with the tests they met.
struct CountedSchoolsTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .countedSchools

  struct Row {
    let line: CountedSchool
    let area: Area
    let indicator: Indicator
    let data: SchoolData
  }

  static let rows = ColumnTable<Row>(
    name: "counted-schools", title: "Schools counted as below floor, coasting and so on",
    description:
      "One row per school, year and indicator that counts it, with each test it met and the numbers compared. For internal use.",
    key: ["time_period", "school_urn", "indicator_id"],
    columns: [
      .made(PlaceFields.time) { PlaceFields.time($0.line.year) },
      .made(PlaceFields.school) {
        PlaceFields.school($0.data.schools[$0.line.school], in: $0.line.authority, authority: $0.area.name)
      },
      .made(MeasureFields.what) { MeasureFields.what($0.indicator) },
      .text("tests", "Tests met", [], "Each test with the numbers compared; separated by semicolons.") {
        $0.line.testsInWords($0.data.measures).joined(separator: "; ")
      },
    ])

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let wanted = Set(content.areas.map(\.place))
    let lines = content.results.countedSchools.compactMap { line -> Row? in
      let place = Place.localAuthority(line.authority)
      guard wanted.contains(place), let area = content.area(place), let indicator = content.indicator(line.indicator)
      else { return nil }
      return Row(line: line, area: area, indicator: indicator, data: content.data)
    }
    try folder.write(Self.rows.bytes(lines), to: Self.rows.description.path)
  }
}
