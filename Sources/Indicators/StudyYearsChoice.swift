import Rulebook
import SchoolStatistics

/// Finds the headline year and the years before it that are needed.
func studyYears(_ data: SchoolData, _ rulebook: Rulebook, _ options: AnalysisOptions) throws(AnalysisError) -> (
  StudyYears, [Finding]
) {
  let known = rulebook.knownYears.map(\.ending)
  let found = yearsWithResults(data, rulebook)
  let usable = found.filter(known.contains)
  let isOut = { (year: Int) in options.latest.map { year <= $0.ending } ?? true }
  let headline: Int
  if let year = options.year?.ending {
    guard known.contains(year) else { throw .unknownYear(year, known: known) }
    headline = year
  } else if let latest = usable.last(where: isOut) {
    headline = latest
  } else if let year = found.last(where: isOut) {
    throw .unknownYear(year, known: known)
  } else {
    throw .noResults(found: found, known: known)
  }
  guard let earliest = usable.first, earliest <= headline else { throw .noResults(found: found, known: known) }
  // Changes over three years and rules over three years look back from the first reported year.
  let firstReported = max(earliest, headline - max(1, options.years) + 1)
  let first = max(earliest, firstReported - 3)
  guard usable.contains(where: { (firstReported...headline).contains($0) }) else {
    throw .noResults(found: found, known: known)
  }
  // Ingest names the file and line of results without a rulebook; here only those that the report would cover matter.
  let findings = found.filter { $0 >= firstReported && $0 <= headline && !known.contains($0) }.map { year in
    Finding(
      rule: "unknown-year", severity: .error, value: String(year),
      message: "year '\(year)' has no rulebook; known years are \(yearsInWords(known))",
      action: "its results are left out")
  }
  return (StudyYears(first: first, last: headline, firstReported: firstReported - first), findings)
}

/// Years in which some file reports a measure that an indicator of the year is made of, ascending; years without a
/// rulebook too.
private func yearsWithResults(_ data: SchoolData, _ rulebook: Rulebook) -> [Int] {
  var ids: [Measure: [String]] = [:]
  for entry in rulebook.catalogue {
    for measure in entry.calculation.measures { ids[measure, default: []].append(entry.indicator.id) }
  }
  var measures: [Int: Set<Measure>] = [:]
  for table in data.tables {
    let reported = table.columns.map(\.measure).filter { ids[$0] != nil }
    guard !reported.isEmpty else { continue }
    var last: Int16 = 0
    for year in table.years where year != last {
      last = year
      if year > 0 { measures[Int(year), default: []].formUnion(reported) }
    }
  }
  for figure in data.published where ids[figure.measure] != nil {
    measures[figure.year.ending, default: []].insert(figure.measure)
  }
  return measures.filter { year, measures in
    guard let rules = rulebook.rules(AcademicYear(ending: year)) else { return true }
    return measures.contains { ids[$0]!.contains(where: rules.indicators.contains) }
  }.keys.sorted()
}
