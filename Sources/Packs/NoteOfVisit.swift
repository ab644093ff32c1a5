import Rulebook
import SchoolStatistics

/// The figures for the greyed-out boxes of an authority's note of visit.
///
/// Source: Kent Improvement Partner Handbook 2009-2010, section 10: the partner fills the grey boxes in beforehand.
enum NoteOfVisit {
  static func entries(
    _ evidence: PackEvidence, _ comparators: PackComparators, authorityName: String, visit: PackVisit,
    context: ContextRecord?,
    inspections: [Inspection], flags: [PackFlag]
  ) -> [NoteOfVisitEntry] {
    var entries: [NoteOfVisitEntry] = [
      text("school_name", evidence.school.name), text("urn", evidence.school.urn.description),
      text("la_code", evidence.school.authority.description), text("la_name", authorityName),
      text("visit", visit.title),
      text("focus", visit.season.focus), text("results_year", evidence.year.title),
    ]
    entries.append(figure("roll", context?.roll ?? .missing(.notSupplied), decimals: 0))
    for measure in evidence.measures {
      guard let indicator = evidence.indicator(measure.indicator) else { continue }
      for year in evidence.years { entries += measureEntries(indicator, year, evidence, comparators) }
    }
    for target in evidence.targets where target.targetYear > evidence.year {
      let key = "target_\(target.measure.id)_\(target.targetYear.ending)"
      let isSmall = target.cohort.map { $0 < evidence.minimumCohort } ?? false
      entries.append(figure(key + "_percent", isSmall ? .missing(.tooFew) : target.target, decimals: 1))
      entries.append(figure(key + "_estimate_b", target.estimateB, decimals: 1))
      entries.append(
        figure(
          key + "_top_quartile", target.benchmark.map { .value($0.percent) } ?? .missing(.notAvailable), decimals: 1))
      guard target.isHeadline else { continue }
      entries.append(text(key + "_state", target.state.title))
      entries.append(text(key + "_verdict", target.verdict.title))
      let asked: Figure = target.pupilsAskedInAll.map { .count($0) } ?? .missing(.notAvailable)
      entries.append(figure(key + "_pupils_asked", isSmall ? .missing(.tooFew) : asked, decimals: 0))
    }
    if let latest = inspections.first {
      entries.append(text("inspected_on", latest.date.description))
      entries.append(text("inspection_overall", latest.words(latest.overall)))
      entries.append(text("inspection_category", latest.category?.title ?? "none"))
    }
    entries.append(text("flags", flags.map(\.title).joined(separator: "; ")))
    return entries
  }

  private static func measureEntries(
    _ indicator: Indicator, _ year: AcademicYear, _ evidence: PackEvidence, _ comparators: PackComparators
  ) -> [NoteOfVisitEntry] {
    guard let row = evidence.row(indicator.id, year) else { return [] }
    let key = indicator.id.replacing("-", with: "_") + "_\(year.ending)"
    let isSmall = row.cohort.map { $0 < evidence.minimumCohort } ?? false
    let shown: Figure = isSmall ? .missing(.tooFew) : row.value.value
    var entries = [figure(key, shown, decimals: row.decimals)]
    if year == evidence.year {
      entries.append(figure(key + "_pupils", isSmall ? .missing(.tooFew) : row.value.numerator, decimals: 0))
      entries.append(figure(key + "_cohort", isSmall ? .missing(.tooFew) : row.value.denominator, decimals: 0))
      entries.append(
        figure(
          key + "_la", comparators.authorityValue(indicator.id, year)?.value ?? .missing(.notSupplied),
          decimals: row.decimals))
    }
    entries.append(figure(key + "_england", row.value.national, decimals: row.decimals))
    return entries
  }

  private static func text(_ key: String, _ value: String) -> NoteOfVisitEntry {
    NoteOfVisitEntry(key: key, value: value, isNumber: false)
  }

  private static func figure(_ key: String, _ figure: Figure, decimals: Int) -> NoteOfVisitEntry {
    switch figure {
    case .value(let value): NoteOfVisitEntry(key: key, value: value.text(decimals: decimals), isNumber: true)
    case .missing(let reason): NoteOfVisitEntry(key: key, value: "", isNumber: true, reason: reason.title)
    }
  }
}
