import Rulebook
import SchoolStatistics

/// Calculates every indicator of the catalogue for England, regions, authorities and schools.
///
/// Throws where the year asked for has no rulebook, or the data hold no results of a known year.
public func analyse(_ data: SchoolData, _ rulebook: Rulebook, _ options: AnalysisOptions = AnalysisOptions())
  throws(AnalysisError) -> IndicatorResults
{
  let rulebook = rulebook.adding(publishedMeasuresOf: data)
  let (years, findings) = try studyYears(data, rulebook, options)
  let study = Study(data, rulebook, years, jobs: options.jobs)
  let counts = SchoolCounting(study: study, jobs: options.jobs).counts()
  let all = rulebook.catalogue.flatMap { entry in
    entry.calculation.groups.map { FigureSource(study, entry, $0, counts: counts) }
  }
  let mentioned = MentionedAreas(study).positions
  let present = Set(
    all.filter { source in
      source.group == source.indicator.group && isReported(source, study, mentioned)
    }.map(\.indicator.id))
  let sources = all.filter { present.contains($0.indicator.id) }
  let areaValues = AreaValues(study, sources, areas: mentioned, jobs: options.jobs)
  let schools = SchoolValues(study, sources: sources, england: areaValues.england)
  let indicators = rulebook.catalogue.map(\.indicator).filter { present.contains($0.id) }
  let areas = mentioned.map { study.areas.areas[$0] }
  var results = IndicatorResults(
    years: years.reported.map(years.year), headlineYear: years.year(years.count - 1),
    indicators: indicators, areas: areas, values: areaValues.values,
    schools: SchoolResults(schools: schools.schools, look: { schools.values(of: $0, in: $1, of: $2) }) {
      schools.values(of: $0)
    },
    reconciliation: areaValues.reconciliation,
    countedSchools: indicators.flatMap { counts[$0.id]?.counted ?? [] },
    assumptions: assumptions(rulebook, study, present),
    findings: (findings + study.movedSchools + areaValues.findings).sorted())
  results.distributions = areaValues.distributions
  for year in years.reported {
    if let rules = study.rules[year] { results.publicationMinimum[years.year(year)] = rules.minimumSchoolCohort }
  }
  return results
}

/// Indicators of Appendix 1 always stand in reports of its years; others where some area has a figure.
private func isReported(_ source: FigureSource, _ study: Study, _ areas: [Int]) -> Bool {
  let indicator = source.indicator
  return study.years.reported.contains { year in
    guard study.exists(indicator.id, year: year) else { return false }
    if indicator.isAppendix1, study.years.year(year).ending <= 2010 { return true }
    return areas.contains { $0 > 0 && source.figure(year: year, area: $0).value.value != nil }
  }
}

/// The choices of reference data, the rules that are choices, and the indicators that are working definitions.
private func assumptions(_ rulebook: Rulebook, _ study: Study, _ present: Set<String>) -> [Assumption] {
  var found = rulebook.choices.assumptions
  for entry in rulebook.catalogue where present.contains(entry.indicator.id) {
    for year in study.years.reported {
      guard let rules = study.rules[year], rules.indicators.contains(entry.indicator.id),
        let rule = rules.schoolRules[entry.indicator.id], !rule.assumption.isEmpty
      else { continue }
      let assumption = Assumption(
        id: "\(entry.indicator.id).\(rules.year)", choice: rule.words, reason: rule.assumption)
      if found.last?.choice != assumption.choice { found.append(assumption) }
    }
  }
  var periods: Set<String> = []
  for year in study.years.reported {
    guard let rule = study.rules[year]?.persistentAbsence,
      present.contains("persistent-absence-secondary") || present.contains("persistent-absence-primary"),
      periods.insert(rule.words).inserted
    else { continue }
    found.append(
      Assumption(
        id: "persistent-absence.\(study.years.year(year).ending)", choice: rule.words,
        reason:
          "rates on other periods or thresholds are not comparable; rows that name no period are taken to be about this one (rulebook §1.6)"
      ))
  }
  return found
}
