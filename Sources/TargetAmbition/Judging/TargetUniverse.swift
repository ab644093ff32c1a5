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
    let measures = [Measure(phase.measure)] + phase.progress.map { Measure($0.measure) }
    var found = Set(measures.flatMap { judging.targets.schools($0, in: targetYear) }).filter { school in
      // A line for the discussion with a school that has closed since asks for no target.
      isOpen(judging.data.schools[school], in: targetYear)
        || measures.contains { judging.targets.record(school, targetYear, $0)?.isSet ?? false }
    }
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

  /// Open until the end of the target's year, as far as the report's date can know.
  private func isOpen(_ school: School, in year: AcademicYear) -> Bool {
    let end = CalendarDate(year: year.ending, month: 8, day: 31)!
    return school.closed.map { $0 > min(end, judging.day) } ?? true
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
    let state = state(inputs.headline, round: inputs.roundYear)
    let exemption = inputs.exemption(options.exemptScope)
    let latest = inputs.history.first
    let standing = (0...2).lazy.compactMap {
      self.standings.standing(school, anyOf: phase.valueAdded, min(inputs.roundYear, self.last) - $0)
    }.first
    var judged = SchoolAmbition(
      school: school, authority: data.schools[school].authority, phase: phase.phase, measure: measure,
      isHeadline: inputs.isHeadline, targetYear: targetYear, roundYear: inputs.roundYear, state: state,
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
      nationalQuartile: standing?.national?.quartile, similarQuartile: standing?.similar?.quartile,
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
    Dictionary(
      uniqueKeysWithValues: AmbitionEdition.allCases.map { edition in
        let results = Verdict.criteria(inputs, edition)
        let outcomes = results.map(\.outcome)
        return (
          edition,
          EditionJudgement(
            outcomes: outcomes, pupilsNeeded: results.map(\.pupilsNeeded),
            verdict: inputs.isHeadline ? Verdict.of(outcomes, state, excused: excused) : .notAssessable)
        )
      })
  }
}
