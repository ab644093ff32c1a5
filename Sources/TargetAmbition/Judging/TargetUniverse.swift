import Rulebook
import SchoolStatistics

/// Which schools are judged for a target year: those that set a target, and those that should have.
///
/// A school of an expected kind with results at the round and no target is looked at too (a missing target is late, or
/// not due yet), where its authority has rows for that year at all. Source: rulebook §5.3 (missing data), §5.5 (assessed).
struct TargetUniverse {
  let judging: TargetJudging

  /// Indices in `SchoolData.schools`, ascending.
  func schools(_ phase: AmbitionOptions.PhaseOptions, _ targetYear: AcademicYear) -> [Int] {
    var found = Set(phase.measures.flatMap { judging.targets.schools($0, in: targetYear) }).filter { school in
      // A line for the discussion with a school that has closed since asks for no target.
      if isOpen(judging.data.schools[school], in: targetYear) { return true }
      let targets = judging.targets[school]
      return phase.measures.contains { targets.record(targetYear, $0)?.isSet ?? false }
    }
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

  /// Open until the end of the target's year, as far as the report's date can know.
  private func isOpen(_ school: School, in year: AcademicYear) -> Bool {
    let end = CalendarDate(year: year.ending, month: 8, day: 31)!
    return school.closed.map { $0 > min(end, judging.day) } ?? true
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
      let targets = judging.targets[school]
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
    let state = state(inputs.headline, round: inputs.roundYear)
    let exemption = inputs.exemption(options.exemptScope)
    let latest = inputs.history.first
    var judged = SchoolAmbition(
      school: school, authority: data.schools[school].authority, phase: inputs.phase.phase,
      measure: inputs.measure, isHeadline: inputs.isHeadline, targetYear: inputs.targetYear,
      roundYear: inputs.roundYear, state: state,
      cohort: inputs.target?.cohort, targetPupils: inputs.target?.pupils,
      target: inputs.target?.percent ?? .missing(.notSupplied),
      estimateB: inputs.target?.estimateB ?? .missing(.notSupplied), benchmark: inputs.benchmark,
      judgements: judgements(inputs, state, excused: exemption?.excused ?? []), edition: options.edition,
      exemption: exemption.map {
        TargetExemption(
          reason: $0.record.exceptionalReason, decidedBy: $0.record.decidedBy, decidedOn: $0.record.decidedOn,
          isUsed: false)
      },
      latest: latest.map { .value($0.percent) } ?? .missing(.notSupplied), latestYear: latest?.year,
      nationalQuartile: quartiles.national, similarQuartile: quartiles.similar,
      sources: inputs.target.map { [$0.source] } ?? [])
    judged.deadline = inputs.deadline
    judged.excused = exemption?.excused ?? []
    if judged.verdict == .metByExemption { judged.exemption?.isUsed = true }
    if let date = inputs.headline?.dateSet, state == .returnedLate {
      judged.daysLate = date.days(since: inputs.deadline)
    }
    judged.completeOnTime = TargetPaperwork.isCompleteOnTime(inputs)
    judged.absence = TargetPaperwork.outcome(TargetPaperwork.absence(inputs))
    for ask in Verdict.asks(inputs) {
      guard let pupils = ask.pupils else { continue }
      let index = ask.criterion.rawValue - 1
      judged.pupilsAsked[index] = max(pupils, judged.pupilsAsked[index] ?? 0)
    }
    return judged
  }

  private func judgements(_ inputs: CriterionInputs, _ state: TargetState, excused: Set<AmbitionCriterion>)
    -> [AmbitionEdition: EditionJudgement]
  {
    // On a target that cannot be believed there is no verdict, although its row may say how many will make progress.
    let isJudged = inputs.isHeadline && inputs.headline?.isBelieved != false
    return Dictionary(
      uniqueKeysWithValues: AmbitionEdition.allCases.map { edition in
        let results = Verdict.criteria(inputs, edition)
        let outcomes = results.map(\.outcome)
        return (
          edition,
          EditionJudgement(
            outcomes: outcomes, pupilsNeeded: results.map(\.pupilsNeeded),
            verdict: isJudged ? Verdict.of(outcomes, state, excused: excused) : .notAssessable)
        )
      })
  }
}
