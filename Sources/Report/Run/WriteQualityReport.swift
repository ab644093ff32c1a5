import Indicators
import SchoolStatistics

/// Writes the quality report alone, `Reports/check/quality.csv` and `.html`, and returns its folder.
///
/// - Throws: an error that names the file; an earlier quality report is then as it was.
public func writeQualityReport(_ data: SchoolData, _ findings: [Finding], to outFolder: String) throws(ReportError)
  -> String
{
  let year = data.sources.flatMap(\.years).max() ?? AcademicYear(ending: 0)
  let results = IndicatorResults(
    years: [], headlineYear: year, indicators: [], areas: [], values: [],
    schools: SchoolResults(schools: []) { _ in [] })
  var options = ReportOptions(outFolder: outFolder, term: .autumn)
  options.kind = .check
  let content = try ReportContent(Run(data: data, results: results, findings: findings), options)
  return try StagedFolder.write(to: outFolder + "/check") { (folder) throws(ReportError) in
    try QualityTable().write(content, to: folder)
    try QualityPage().write(content, to: folder)
    return outFolder + "/check"
  }
}

/// Removes the folder of a report that this process has begun, for when it is stopped from outside.
public func abandonUnfinishedReport() { StagedFolder.abandon() }
