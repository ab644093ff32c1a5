import Indicators
import Rulebook
import SchoolStatistics

/// Gathers what the criteria look at for any target, from all tables.
struct TargetJudging: Sendable {
  struct PhaseYear: Hashable, Sendable {
    var phase: Phase
    var year: AcademicYear
  }

  let data: SchoolData
  let options: AmbitionOptions
  /// The year that the report is about; no later result counts.
  let last: AcademicYear
  /// The day that the report is for.
  let day: CalendarDate
  let targets: TargetIndex
  let contexts: SchoolContexts
  private let shares: SharesOfSchools
  let similar: SimilarSchools
  let models: [PhaseYear: AttainmentModel]
  let absence: AbsenceRates
  let standings: ValueAddedStandings
  /// Target years in which any school has an absence target.
  let absenceTargetYears: Set<AcademicYear>
  let groupResults: GroupResults

  init(
    _ data: SchoolData, _ rulebook: Rulebook, options: AmbitionOptions, through last: AcademicYear,
    on day: CalendarDate, jobs: Int
  ) {
    (self.data, self.options, self.last, self.day) = (data, options, last, day)
    targets = TargetIndex(data, jobs: jobs)
    contexts = SchoolContexts(data)
    let shares = SharesOfSchools(data, rulebook, options.phases.flatMap(\.measures), through: last, jobs: jobs)
    self.shares = shares

    let similar = SimilarSchools(data, contexts, options.similarSchools)
    self.similar = similar
    standings = ValueAddedStandings(data, options: options, through: last, similar: similar)

    var models: [PhaseYear: AttainmentModel] = [:]
    let rounds = Set(targets.years.map { min($0 - 2, last) }).sorted()
    for phase in options.phases {
      for round in rounds {
        models[PhaseYear(phase: phase.phase, year: round)] = AttainmentModel(
          data, phase: phase, year: round, attainment: shares[Measure(phase.measure)], contexts: contexts,
          similar: similar.model(phase.phase, round), fewest: options.similarSchools.fewest)
      }
    }
    self.models = models
    absence = AbsenceRates(
      data, contexts: contexts, phases: options.phases.map(\.phase), years: rounds, options: options.guidance)
    let targets = targets
    groupResults = GroupResults(data, options: options, groups: Set(targets.groupRecords.map(\.group)), year: last)
    absenceTargetYears = Set(targets.years.filter { targets.hasAny(options.guidance.absenceMeasures, in: $0) })
  }

  /// Target years with any row whose round has opened by the report's date: set in its school year's autumn, or
  /// earlier.
  var targetYears: [AcademicYear] { targets.years.filter { $0.ending - 2 <= day.academicYear.ending - 1 } }

  /// Whether a target is held and due. A round closes with its last day.
  func state(_ record: TargetRecord?, round: AcademicYear) -> TargetState {
    let deadline = options.deadline(round: round)
    guard let record, record.isSet else { return deadline < day ? .late : .notDue }
    return record.dateSet.map { $0 > deadline } ?? false ? .returnedLate : .returned
  }

  /// The year whose results were the latest when the target was set.
  func round(_ record: TargetRecord?, _ targetYear: AcademicYear) -> AcademicYear {
    record?.roundYear ?? targetYear - 2
  }

  /// - Parameter targets: those of the school.
  func inputs(
    _ school: Int, _ targets: SchoolTargets, _ targetYear: AcademicYear, _ phase: AmbitionOptions.PhaseOptions,
    _ measure: Measure
  ) -> CriterionInputs {
    let headline = targets.record(targetYear, Measure(phase.measure))
    let target = targets.record(targetYear, measure)
    let round = round(target ?? headline, targetYear)
    let latest = min(round, last)
    let window = max(options.previousBestWindow, 1)
    var inputs = CriterionInputs(
      options: options, phase: phase, measure: measure, targetYear: targetYear, roundYear: round,
      deadline: options.deadline(round: round), isDue: options.deadline(round: round) < day, target: target,
      headline: headline)
    inputs.history = attainment(measure)?.history(school, through: latest, window: window) ?? []
    inputs.progress = phase.progress.map { progress in
      CriterionInputs.Progress(
        measure: Measure(progress.measure), title: title(Measure(progress.measure)),
        record: targets.record(targetYear, Measure(progress.measure)),
        latest: attainment(Measure(progress.measure))?.history(school, through: latest, window: window).first)
    }
    if options.previousBestPriorAdjust {
      for result in inputs.history {
        if let estimate = targets.record(result.year, measure)?.estimateB.value {
          inputs.pastEstimatesB[result.year] = estimate
        }
      }
    }
    inputs.absence = absence(school, targets, targetYear, latest, phase.phase)
    inputs.benchmark = benchmark(school, targetYear, latest, phase, target)
    return inputs
  }

  /// Everything that was looked at for a judged target.
  func inputs(of judged: SchoolAmbition) -> CriterionInputs {
    inputs(
      judged.school, targets[judged.school], judged.targetYear, options.phases.first { $0.phase == judged.phase }!,
      judged.measure)
  }

  /// Results of a measure that the criteria look at; nil for any other.
  func attainment(_ measure: Measure) -> ShareOfSchools? { shares[measure] }

  /// The measure's title for use inside a sentence.
  func title(_ measure: Measure) -> String {
    let title = data.measures[measure]?.title ?? measure.id
    return title.prefix(1).lowercased() + title.dropFirst()
  }

  private func benchmark(
    _ school: Int, _ targetYear: AcademicYear, _ latest: AcademicYear, _ phase: AmbitionOptions.PhaseOptions,
    _ target: TargetRecord?
  ) -> AmbitionBenchmark? {
    guard let target else { return nil }
    if let supplied = target.estimateD.value {
      return AmbitionBenchmark(percent: supplied, origin: .estimateD, decimals: target.estimateDecimals ?? 1)
    }
    guard target.measure.id == phase.measure, let model = models[PhaseYear(phase: phase.phase, year: latest)],
      let context = contexts.context(school, targetYear) ?? contexts.latest(school, latest),
      let line = model.topQuartile(school, context: context)
    else { return nil }
    return AmbitionBenchmark(percent: line, origin: .ownEstimate)
  }

  private func absence(
    _ school: Int, _ targets: SchoolTargets, _ targetYear: AcademicYear, _ latest: AcademicYear, _ phase: Phase
  ) -> CriterionInputs.Absence {
    var found = CriterionInputs.Absence()
    let measures = options.guidance.absenceMeasures
    found.record = targets.record(targetYear, anyOf: measures)
    found.isRequired =
      options.guidance.absenceTarget == .required
      || (options.guidance.absenceTarget == .ifSupplied && absenceTargetYears.contains(targetYear))
    if let share = contexts.latest(school, latest)?.fsmShare,
      let median = absence.median(phase, latest, fsmShare: share)
    {
      found.median = .value(median)
    }
    if let rate = absence.rate(school, latest) {
      found.latest = .value(rate.percent)
      found.sources.append(rate.source)
    }
    if let earlier = targets.record(targetYear - 1, anyOf: measures), earlier.isSet {
      (found.earlierTarget, found.earlierDecimals) = (earlier.percent, earlier.percentDecimals)
      found.sources.append(earlier.source)
    }
    found.persistentRecord = targets.record(targetYear, anyOf: options.guidance.persistentAbsenceMeasures)
    if found.persistentRecord != nil, let rate = absence.persistent(school, latest) {
      (found.persistentLatest, found.persistentSources) = (.value(rate.percent), [rate.source])
    }
    return found
  }
}
