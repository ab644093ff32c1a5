/// Writes a synthetic data folder: all canonical tables of the years 2006 to 2010, with `datapackage.json`.
///
/// No authority or school of the sample exists; regions do. Results are calibrated to England's published
/// figures (rulebook section 10). The same options give the same bytes on every machine.
///
/// - Parameters:
///   - folder: created if need be; files of the same names are replaced.
///   - options: size and seed.
/// - Returns: the files written with their rows and bytes.
/// - Throws: an error of the file system.
public func writeSampleData(to folder: String, options: SampleOptions) throws -> SampleSummary {
  let country = Country(options: options)
  let output = try SampleFolder(path: folder)
  try AuthorityTables(country: country).write(in: output)
  var totals = TotalsByAuthority()
  let tables = try SchoolTables.all(pupils: options.pupils).map { try $0.init(in: output, country: country) }
  for school in country.schools {
    let history = country.simulation.history(of: school)
    totals.add(history, country: country)
    guard country.writes(school) else { continue }
    for table in tables { try table.write(history) }
  }
  let earlyYears = EarlyYearsSimulation(options: options)
  let children = options.pupils ? try EarlyYearsPupilsTable(in: output) : nil
  for authority in country.authorities where authority.isCurrent {
    for year in SampleYears.all {
      let results = earlyYears.results(of: authority, in: year)
      if options.writes(authority) { try children?.write(results, of: authority, in: year) }
      totals.add(results, authority: authority, year: year)
    }
  }
  if !options.pupils { try EarlyYearsTables(country: country).write(totals, in: output) }
  try PublishedResultsTable(country: country, totals: totals).write(in: output)
  try ImprovementPartnerTables(country: country).write(in: output)
  try JudgementsTable(country: country).write(in: output)
  return try output.close()
}
