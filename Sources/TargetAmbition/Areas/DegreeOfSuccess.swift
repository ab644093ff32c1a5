import Rulebook
import SchoolStatistics

/// Past targets against what happened, school by school, and the habit of places (rulebook §9.4).
struct DegreeOfSuccess {
  let judging: TargetJudging
  let schools: [SchoolAmbition]

  /// Every headline target whose year has a result, in the order of `schools`.
  func outcomes() -> [TargetOutcome] {
    schools.filter(\.isHeadline).compactMap { school in
      guard school.targetYear <= judging.last, let target = school.target.value,
        let result = judging.attainment(school.measure)?[school.school, school.targetYear],
        let cohort = result.cohort
      else { return nil }
      return TargetOutcome(
        school: school.school, authority: school.authority, phase: school.phase, measure: school.measure,
        year: school.targetYear, target: target, actual: result.percent, cohort: cohort,
        sources: school.sources + [result.source])
    }
  }

  /// Success of England, authorities and schools over the latest years, by phase.
  func success(_ outcomes: [TargetOutcome]) -> [TargetSuccess] {
    judging.options.phases.flatMap { phase -> [TargetSuccess] in
      let all = outcomes.filter { $0.phase == phase.phase }
      let years = recentYears(Measure(phase.measure))
      let recent = all.filter { years.contains($0.year) }
      guard !recent.isEmpty else { return [] }
      let authorities = Dictionary(grouping: recent) { $0.authority }.sorted { $0.key < $1.key }
      let single = Dictionary(grouping: recent) { $0.school }.sorted { $0.key < $1.key }
      return [Self.success(.national, phase, recent)]
        + authorities.map { Self.success(.localAuthority($0.key), phase, $0.value) }
        + single.map { Self.success(.school(judging.data.schools[$0.key].urn), phase, $0.value) }
    }
  }

  /// The latest years with targets and results of any schools of the country.
  private func recentYears(_ measure: Measure) -> [AcademicYear] {
    let withResults = judging.attainment(measure)?.years ?? []
    return withResults.filter { !judging.targets.schools(measure, in: $0).isEmpty }.suffix(judging.options.successYears)
  }

  /// Pooled over pupils within each year; the bias is the mean of the yearly pooled differences.
  static func success(_ place: Place, _ phase: AmbitionOptions.PhaseOptions, _ outcomes: [TargetOutcome])
    -> TargetSuccess
  {
    func pooled(_ some: [TargetOutcome]) -> (percent: Rational, pupils: Int) {
      let pupils = some.reduce(0) { $0 + $1.pupils }
      return (.percent(pupils, of: some.reduce(0) { $0 + $1.cohort }), pupils)
    }
    let byYear = Dictionary(grouping: outcomes) { $0.year }.sorted { $0.key < $1.key }
    let all = pooled(outcomes)
    let yearly = byYear.reduce(Int64(0)) { $0 + pooled($1.value).percent.roundedUnits(decimals: 6) }
    return TargetSuccess(
      place: place, phase: phase.phase, measure: Measure(phase.measure), years: byYear.map(\.key),
      met: outcomes.count(where: \.isMet), compared: outcomes.count, pooledDifference: all.percent,
      pooledPupils: all.pupils,
      bias: Rational(millionths: yearly) / Rational(byYear.count))
  }
}
