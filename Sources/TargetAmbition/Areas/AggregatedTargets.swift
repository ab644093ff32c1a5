import Rulebook
import SchoolStatistics

/// An area's aggregated target: pupils over cohorts, with what the schools without a target could make of it.
///
/// Source: rulebook §5.6. Missing schools are not imputed; the bounds take nought, and the benchmark (or all pupils,
/// where there is none).
enum AggregatedTargets {
  /// - Parameter expectedCohort: pupils of a school without a target, from its latest result.
  static func aggregate(
    _ schools: [SchoolAmbition], nationalTarget: Figure, expectedCohort: (SchoolAmbition) -> Int?
  ) -> AggregatedTarget {
    var pupils = 0
    var cohort = 0
    var expected = 0
    var withTarget = 0
    var missing = Rational(0)
    for school in schools {
      if let target = school.targetPupils, let size = school.cohort, size > 0 {
        (pupils, cohort, expected, withTarget) = (pupils + target, cohort + size, expected + size, withTarget + 1)
      } else if let size = school.cohort ?? expectedCohort(school) {
        expected += size
        missing = missing + (school.benchmark?.percent ?? Rational(100)) * Rational(size) / Rational(100)
      }
    }
    var lowest = Figure.missing(.notAvailable)
    var highest = Figure.missing(.notAvailable)
    if expected > 0 && cohort > 0 {
      lowest = .value(.percent(pupils, of: expected))
      highest = .value((Rational(pupils) + missing) * Rational(100) / Rational(expected))
    }
    return AggregatedTarget(
      targetPupils: pupils, cohort: cohort, cohortExpected: expected, schools: withTarget,
      schoolsExpected: schools.count,
      lowest: lowest, highest: highest, nationalTarget: nationalTarget)
  }

  /// The national target on its straight line from the base, up to the year it was set for; missing before the base
  /// and after the end.
  static func national(_ options: AmbitionOptions, _ measure: Measure, _ year: AcademicYear) -> Figure {
    guard let target = options.nationalTargets.first(where: { $0.measure == measure.id }),
      (target.baseYear...target.year).contains(year.ending)
    else { return .missing(.notAvailable) }
    return .value(
      line(from: target.base.value, target.baseYear, to: target.target.value, target.year, at: year.ending))
  }

  /// req(y) = base + (goal − base)·(y − y0)/(yg − y0)
  static func line(from base: Rational, _ baseYear: Int, to goal: Rational, _ goalYear: Int, at year: Int) -> Rational {
    base + (goal - base) * Rational(Int64(year - baseYear), Int64(goalYear - baseYear))
  }
}
