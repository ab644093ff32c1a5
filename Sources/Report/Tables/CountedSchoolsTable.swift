import SchoolStatistics

/// `tables/counted-schools.csv`: the schools behind every indicator that counts schools, with the tests they met.
struct CountedSchoolsTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .countedSchools

  static let description = TableDescription(
    name: "counted-schools", title: "Schools counted as below floor, coasting and so on",
    description:
      "One row per school, year and indicator that counts it, with each test it met and the numbers compared. For internal use.",
    fields: PlaceFields.time + PlaceFields.school + Array(MeasureFields.what.prefix(3)) + [
      TableField("tests", "Tests met", .string, [], "Each test with the numbers compared; separated by semicolons.")
    ])

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let wanted = Set(content.areas.map(\.place))
    let counted = content.results.countedSchools.filter { wanted.contains(.localAuthority($0.authority)) }
    try TableWriter.write(Self.description, chunks: 1, jobs: 1, to: folder) { (_) -> CSVBytes in
      var rows = CSVBytes()
      for line in counted {
        guard let area = content.area(.localAuthority(line.authority)),
          let indicator = content.indicator(line.indicator)
        else { continue }
        rows.fields(PlaceFields.time(line.year))
        rows.fields(PlaceFields.school(content.data.schools[line.school], in: line.authority, authority: area.name))
        rows.fields(MeasureFields.what(indicator))
        rows.text(line.testsInWords(content.data.measures).joined(separator: "; "))
        rows.endRow()
      }
      return rows
    }
  }
}
