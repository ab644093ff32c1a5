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
    var found = Set(phase.measures.flatMap { judging.targets.schools($0, in: targetYear) })
    let authorities = Set(found.map { judging.data.schools[$0].authority })
    let latest = min(targetYear - 2, judging.last)
    guard let results = judging.attainment(Measure(phase.measure)) else { return found.sorted() }
    for index in results.schools(in: latest) {
      let school = judging.data.schools[index]
      guard phase.expectedKinds.contains(school.kind.rawValue), school.isStateFunded,
        authorities.contains(school.authority),
        (results[index, latest]?.cohort ?? 0) >= phase.smallestExpectedCohort,
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

  /// A phase and target year that a school is judged in.
  private struct Asked: Sendable {
    var phase: Int
    var year: AcademicYear
  }

  /// Every judged target of the schools, sorted by authority, phase, target year, measure (headline first), URN.
  func judged(_ isWanted: (Int) -> Bool, jobs: Int) -> [SchoolAmbition] {
    var asked: [Int: [Asked]] = [:]
    for phase in judging.options.phases.indices {
      for year in judging.targetYears {
        for school in schools(judging.options.phases[phase], year) where isWanted(school) {
          asked[school, default: []].append(Asked(phase: phase, year: year))
        }
      }
    }
    let sorted = asked.sorted { $0.key < $1.key }
    let judging = judging
    let judged = mapInParallel(sorted.count, block: 64, jobs: jobs) { position in
      let (school, asked) = sorted[position]
      let targets = SchoolTargets(judging.data.targets[school])
      return asked.flatMap { asked in
        judging.judge(school, targets, asked.year, phase: asked.phase)
      }
    }
    return judged.flatMap { $0 }.sorted { $0.order < $1.order }.map(\.judged)
  }
}

/// A judged target with its place among all.
struct JudgedTarget: Sendable {
  struct Order: Comparable, Sendable {
    var authority: LocalAuthorityCode
    var phase: Int
    var year: AcademicYear
    /// The headline first, then progress in the order of the options.
    var measure: Int
    var school: Int
    static func < (a: Self, b: Self) -> Bool {
      (a.authority, a.phase, a.year, a.measure, a.school) < (b.authority, b.phase, b.year, b.measure, b.school)
    }
  }
  var order: Order
  var judged: SchoolAmbition
}

extension TargetJudging {
  /// A school's targets of one phase and year judged: the headline's, set or not, and those of progress that it set.
  func judge(_ school: Int, _ targets: SchoolTargets, _ year: AcademicYear, phase: Int) -> [JudgedTarget] {
    let options = options.phases[phase]
    var quartiles: [AcademicYear: Quartiles] = [:]
    return options.measures.enumerated().compactMap { position, measure in
      if position > 0, targets.record(year, measure) == nil { return nil }
      let inputs = inputs(school, targets, year, options, measure)
      let round = min(inputs.roundYear, last)
      let known = quartiles[round] ?? self.quartiles(school, options.valueAdded, round)
      quartiles[round] = known
      return JudgedTarget(
        order: .init(
          authority: data.schools[school].authority, phase: phase, year: year, measure: position, school: school),
        judged: judge(school, inputs, known))
    }
  }

  /// The quartiles of value added that a school is in.
  private struct Quartiles {
    var national: Int?
    var similar: Int?
  }

  /// Those of the latest standing at a round, at most two years back.
  private func quartiles(_ school: Int, _ measures: [String], _ round: AcademicYear) -> Quartiles {
    let standing = (0...2).lazy.compactMap { standings.standing(school, anyOf: measures, round - $0) }.first
    return Quartiles(
      national: standing?.national?.quartile, similar: standing.flatMap(standings.amongSimilar)?.quartile)
  }

  /// One target judged, without the comparisons; those are made again when asked for.
  private func judge(_ school: Int, _ inputs: CriterionInputs, _ quartiles: Quartiles) -> SchoolAmbition {
    let results = Verdict.criteria(inputs)
    let outcomes = results.map(\.outcome)
    let exempting = [inputs.target, inputs.headline].compactMap { $0 }.first { $0.isExempted }
    let verdict = Verdict.of(outcomes, exemption: exempting, scope: options.exemptScope)
    let latest = inputs.history.first
    return SchoolAmbition(
      school: school, authority: data.schools[school].authority, phase: inputs.phase.phase,
      measure: inputs.measure, isHeadline: inputs.isHeadline, targetYear: inputs.targetYear,
      roundYear: inputs.roundYear,
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
      nationalQuartile: quartiles.national, similarQuartile: quartiles.similar,
      sources: inputs.target.map { [$0.source] } ?? [])
  }
}
