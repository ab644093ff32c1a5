import Rulebook
import SchoolStatistics

/// The results of schools on shares of the catalogue in all years that the data hold, for those who judge schools.
///
/// Each share is put in order when it is first asked for.
package struct SharesOfSchools: Sendable {
  private let shares: [Measure: Deferred<ShareOfSchools>]

  /// `measures` are numerators of shares of the catalogue; results after `last` are left out.
  package init(_ data: SchoolData, _ rulebook: Rulebook, _ measures: [Measure], through last: AcademicYear, jobs: Int) {
    let known = measures.compactMap { measure in rulebook.share(of: measure).map { (measure, $0) } }
    let holders = data.tables.filter { table in
      table.level == .school && known.contains { table.column($0.0) != nil }
    }
    let first = holders.lazy.flatMap(\.years).filter { $0 > 0 }.min().map(Int.init) ?? last.ending
    let span = StudyYears(first: min(first, last.ending), last: last.ending, firstReported: 0)
    let cohorts = Deferred {
      CohortTables(data, span, Set(known.flatMap { [$0.1.denominator, $0.1.cohort] }), jobs: jobs)
    }
    shares = Dictionary(
      uniqueKeysWithValues: known.map { measure, share in
        (measure, Deferred { ShareOfSchools(data, share, span, cohorts: cohorts.value) })
      })
  }

  /// Nil for a measure that is no numerator of a share.
  package subscript(measure: Measure) -> ShareOfSchools? { shares[measure]?.value }
}
