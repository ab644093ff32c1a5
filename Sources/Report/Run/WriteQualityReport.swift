import Indicators
import SchoolStatistics

/// Writes the quality report alone, `Reports/check/quality.csv` and `.html`, and returns its folder.
///
/// - Throws: an error that names the file; an earlier quality report is then as it was.
public func writeQualityReport(
  _ data: SchoolData, _ findings: [Finding], to outFolder: String, inputs: [String] = [],
  notice: (String) -> Void = { _ in }
) throws(ReportError) -> String {
  let year = data.sources.flatMap(\.years).max() ?? AcademicYear(ending: 0)
  let results = IndicatorResults(
    years: [], headlineYear: year, indicators: [], areas: [], values: [],
    schools: SchoolResults(schools: []) { _ in [] })
  var options = ReportOptions(outFolder: outFolder, term: .autumn)
  options.kind = .check
  let content = try ReportContent(Run(data: data, results: results, findings: findings), options)
  let placement = Placement(outFolder: outFolder, name: "check", kind: .check, inputs: inputs)
  return try StagedFolder.write(placement, notice: notice) { (folder) throws(ReportError) in
    try QualityTable().write(content, to: folder)
    try QualityPage().write(content, to: folder)
    return placement.path
  }
}
