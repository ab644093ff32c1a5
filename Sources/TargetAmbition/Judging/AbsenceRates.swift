import Rulebook
import SchoolStatistics
import Statistics

/// Overall absence of schools by year, and its medians among schools with a like share of free school meals.
struct AbsenceRates: Sendable {
  private struct Band: Hashable {
    var phase: Phase
    var year: AcademicYear
    var band: Int
  }
  private let rows: SchoolRows
  private let options: AmbitionOptions.Guidance
  private var medians: [Band: Rational] = [:]

  /// Medians for `years`, over mainstream schools of each phase.
  init(
    _ data: SchoolData, contexts: SchoolContexts, phases: [Phase], years: [AcademicYear],
    options: AmbitionOptions.Guidance
  ) {
    // Without years nothing is judged, and no rate is asked for.
    rows = SchoolRows(years.isEmpty ? [] : data.tables("attendance"))
    self.options = options
    for year in years {
      var rates: [Band: [Rational]] = [:]
      for (index, school) in data.schools.enumerated() where school.kind.isMainstream {
        guard let rate = rate(index, year), let share = contexts.context(index, year)?.fsmShare else { continue }
        for phase in phases where school.kind.serves(phase) {
          rates[Band(phase: phase, year: year, band: band(share)), default: []].append(rate.percent)
        }
      }
      for (key, values) in rates { medians[key] = quantile(values.sorted(), 1, of: 2) }
    }
  }

  /// Sessions of absence as a percentage of possible sessions, in the first of the configured periods on record.
  func rate(_ school: Int, _ year: AcademicYear) -> (percent: Rational, source: SourceLine)? {
    share(school, year, of: "possible_sessions") { at in
      if let absent = rows.figure("absence", at).count { return absent }
      guard let authorised = rows.figure("authorised_absence", at).count,
        let unauthorised = rows.figure("unauthorised_absence", at).count
      else { return nil }
      return authorised + unauthorised
    }
  }

  /// Pupils with persistent absence as a percentage of enrolments, likewise.
  func persistent(_ school: Int, _ year: AcademicYear) -> (percent: Rational, source: SourceLine)? {
    share(school, year, of: "enrolments") { rows.figure("persistent_absentees", $0).count }
  }

  private func share(
    _ school: Int, _ year: AcademicYear, of whole: Measure, _ part: (SchoolRows.Position) -> Int?
  ) -> (percent: Rational, source: SourceLine)? {
    for period in options.absencePeriods {
      guard let at = rows.position(school: school, year: year, variant: period),
        let whole = rows.figure(whole, at).count, whole > 0, let part = part(at)
      else { continue }
      return (.percent(part, of: whole), rows.source(at))
    }
    return nil
  }

  func median(_ phase: Phase, _ year: AcademicYear, fsmShare: Rational) -> Rational? {
    medians[Band(phase: phase, year: year, band: band(fsmShare))]
  }

  private func band(_ share: Rational) -> Int {
    options.fsmBands.firstIndex { share <= $0.value } ?? options.fsmBands.count
  }
}
