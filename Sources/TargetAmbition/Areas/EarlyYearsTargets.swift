import Rulebook
import SchoolStatistics

/// Both early years measures of each authority against the line to the national targets.
///
/// The line runs from the authority's own base to the national goal; with a base already past the goal, the goal is
/// asked for. Exceed both Outstanding, meet both Good, one some improvement, neither significant improvement. An
/// authority meets a target on its line, and exceeds it where it is past the goal itself.
/// Source: rulebook §4.3, §5.5, §5.6 (the comparison with the line is the rulebook's proposal).
struct EarlyYearsTargets {
  let options: [AmbitionOptions.EarlyYearsGoal]
  let last: AcademicYear
  let areaResult: @Sendable (String, Place, AcademicYear) -> Figure

  func all(_ authorities: [LocalAuthorityCode]) -> [EarlyYearsAmbition] {
    guard options.count == 2 else { return [] }
    return authorities.compactMap { authority in
      let threshold = target(options[0], authority)
      let gap = target(options[1], authority)
      if threshold.actual.value == nil && gap.actual.value == nil { return nil }
      return EarlyYearsAmbition(
        authority: authority, threshold: threshold, gap: gap, band: Self.band(threshold.outcome, gap.outcome))
    }
  }

  private func target(_ goal: AmbitionOptions.EarlyYearsGoal, _ authority: LocalAuthorityCode) -> EarlyYearsTarget {
    let place = Place.localAuthority(authority)
    let base = areaResult(goal.indicator, place, AcademicYear(ending: goal.baseYear)).value ?? goal.nationalBase.value
    let latest = (0...1).lazy.compactMap { back in
      areaResult(goal.indicator, place, last - back).value.map { (year: last - back, value: $0) }
    }.first
    return Self.judge(goal, base: base, latest: latest)
  }

  static func judge(
    _ goal: AmbitionOptions.EarlyYearsGoal, base: Rational, latest: (year: AcademicYear, value: Rational)?
  ) -> EarlyYearsTarget {
    var judged = EarlyYearsTarget(
      indicator: goal.indicator, actual: latest.map { .value($0.value) } ?? .missing(.notSupplied),
      actualYear: latest?.year,
      required: .missing(.notAvailable), goal: goal.goal.value, goalYear: AcademicYear(ending: goal.goalYear),
      outcome: .notAssessable)
    guard let latest, latest.year.ending >= goal.baseYear else { return judged }
    // Signs turned so that more is better.
    let sign = Rational(goal.highIsGood ? 1 : -1)
    let from = min(sign * base, sign * goal.goal.value)
    let end = sign * goal.goal.value
    let required = AggregatedTargets.line(
      from: from, goal.baseYear, to: end, goal.goalYear, at: min(latest.year.ending, goal.goalYear))
    judged.required = .value(sign * required)
    let actual = sign * latest.value
    judged.outcome = actual > end ? .exceeds : actual >= required ? .meets : .falls
    return judged
  }

  static func band(_ a: EarlyYearsTarget.Outcome, _ b: EarlyYearsTarget.Outcome) -> AmbitionBand? {
    if a == .notAssessable || b == .notAssessable { return nil }
    switch [a, b].count(where: { $0 != .falls }) {
    case 2: return a == .exceeds && b == .exceeds ? .outstanding : .good
    case 1: return .needsSomeImprovement
    default: return .needsSignificantImprovement
    }
  }
}
