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
  private let attendance: BySchool<AttendanceRecord>
  private let options: AmbitionOptions.Guidance
  private var medians: [Band: Rational] = [:]

  /// Medians for `years`, over mainstream schools of each phase.
  init(
    _ data: SchoolData, contexts: SchoolContexts, phases: [Phase], years: [AcademicYear],
    options: AmbitionOptions.Guidance
  ) {
    attendance = data.attendance
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
    share(school, year) { ($0.missed, $0.possible) }
  }

  /// Pupils with persistent absence as a percentage of enrolments, likewise.
  func persistent(_ school: Int, _ year: AcademicYear) -> (percent: Rational, source: SourceLine)? {
    share(school, year) { ($0.persistent, $0.enrolments) }
  }

  private func share(
    _ school: Int, _ year: AcademicYear, _ figures: (AttendanceRecord) -> (part: Figure, whole: Figure)
  ) -> (percent: Rational, source: SourceLine)? {
    let records = attendance[school, year]
    for period in options.absencePeriods {
      guard let record = records.first(where: { $0.period == period }) else { continue }
      let (part, whole) = figures(record)
      guard let whole = whole.count, whole > 0, let part = part.count else { continue }
      return (.percent(part, of: whole), record.source)
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
