import Rulebook
import SchoolStatistics

/// Which schools are judged for a target year: those that set a target, and those that should have.
///
/// A school of an expected kind with results at the round and no target is judged too (a missing target is not met),
/// where its authority has targets for that year at all. Source: rulebook §5.3 (missing data), §5.5 (assessed).
struct TargetUniverse {
  let judging: TargetJudging

  /// Indices in `SchoolData.schools`, ascending.
  func schools(_ phase: AmbitionOptions.PhaseOptions, _ targetYear: AcademicYear) -> [Int] {
    let measures = [Measure(phase.measure)] + phase.progress.map { Measure($0.measure) }
    var found = Set(measures.flatMap { judging.targets.schools($0, in: targetYear) })
    let authorities = Set(found.map { judging.data.schools[$0].authority })
    let latest = min(targetYear - 2, judging.last)
    for index in judging.attainment(measures[0])!.schools(in: latest) {
      let school = judging.data.schools[index]
      guard phase.expectedKinds.contains(school.kind.rawValue), school.isStateFunded,
        authorities.contains(school.authority),
        (judging.attainment(measures[0])!.result(index, latest)?.cohort ?? 0) >= phase.smallestExpectedCohort,
        isOpen(school, in: targetYear)
      else { continue }
      found.insert(index)
    }
    return found.sorted()
  }

  private func isOpen(_ school: School, in year: AcademicYear) -> Bool {
    // Known at the round: a closure after the reported year is no news to the report.
    guard let closed = school.closed else { return true }
    return closed.academicYear > min(year, judging.last)
  }

  /// Every judged target, sorted by authority, phase, target year, measure (headline first), URN.
  func judged() -> [SchoolAmbition] {
    var all: [SchoolAmbition] = []
    for phase in judging.options.phases {
      let measures = [Measure(phase.measure)] + phase.progress.map { Measure($0.measure) }
      for year in judging.targetYears {
        let schools = schools(phase, year)
        for (order, measure) in measures.enumerated() {
          let judging = judging
          let part = mapInParallel(schools.count, block: 64) { position -> SchoolAmbition? in
            let school = schools[position]
            if order > 0 && judging.targets.record(school, year, measure) == nil { return nil }
            return judging.judge(school, year, phase, measure)
          }
          all += part.compactMap { $0 }
        }
      }
    }
    // A stable sort by authority keeps phase, year, measure and URN in order within each.
    return all.enumerated().sorted { ($0.element.authority, $0.offset) < ($1.element.authority, $1.offset) }.map(
      \.element)
  }
}

extension TargetJudging {
  /// One target judged, without the comparisons; those are made again when asked for.
  func judge(_ school: Int, _ targetYear: AcademicYear, _ phase: AmbitionOptions.PhaseOptions, _ measure: Measure)
    -> SchoolAmbition
  {
    let inputs = inputs(school, targetYear, phase, measure)
    let results = Verdict.criteria(inputs)
    let outcomes = results.map(\.outcome)
    let exempting = [inputs.target, inputs.headline].compactMap { $0 }.first { $0.isExempted }
    let verdict = Verdict.of(outcomes, exemption: exempting, scope: options.exemptScope)
    let latest = inputs.history.first
    let standing = (0...2).lazy.compactMap {
      self.standings.standing(school, anyOf: phase.valueAdded, min(inputs.roundYear, self.last) - $0)
    }.first
    return SchoolAmbition(
      school: school, authority: data.schools[school].authority, phase: phase.phase, measure: measure,
      isHeadline: inputs.isHeadline, targetYear: targetYear, roundYear: inputs.roundYear,
      cohort: inputs.target?.cohort, targetPupils: inputs.target?.pupils,
      target: inputs.target?.percent ?? .missing(.notSupplied),
      estimateB: inputs.target?.estimateB ?? .missing(.notSupplied), benchmark: inputs.benchmark, outcomes: outcomes,
      pupilsNeeded: results.map(\.pupilsNeeded), verdict: verdict,
      exemption: exempting.map {
        TargetExemption(
          reason: $0.exceptionalReason, decidedBy: $0.decidedBy, decidedOn: $0.decidedOn,
          isUsed: verdict == .metByExemption)
      },
      latest: latest.map { .value($0.percent) } ?? .missing(.notSupplied), latestYear: latest?.year,
      nationalQuartile: standing?.national?.quartile, similarQuartile: standing?.similar?.quartile,
      sources: inputs.target.map { [$0.source] } ?? [])
  }
}
