import Indicators
import Rulebook
import SchoolStatistics

/// Whether schools that were below the floor in the base year are on their way to be sustainably above it.
///
/// On trajectory: the target for the goal year is at the floor, and either the latest result is there and has not
/// fallen two years running, or it is on the line from the base to the floor plus a margin. Source: rulebook §5.6
/// (the wording is not defined in the documents).
struct NationalChallenge {
  let judging: TargetJudging

  private var options: AmbitionOptions.NationalChallengeOptions { judging.options.nationalChallenge }

  func schools() -> [NationalChallengeSchool] {
    let measure = Measure(options.measure)
    let base = AcademicYear(ending: options.baseYear)
    guard let index = judging.attainment(measure) else { return [] }
    return index.schools(in: base).compactMap { school in
      let place = judging.data.schools[school]
      let result = index[school, base]!
      guard place.kind.isMainstream, place.isStateFunded, result.percent < options.below.value,
        (result.cohort ?? 0) >= 11, place.isOpen(on: judging.day)
      else { return nil }
      let goal = AcademicYear(ending: options.goalYear)
      let history = index.history(school, through: judging.last, window: 3).filter { $0.year > base }
      return Self.judge(
        school: school, authority: place.authority, base: result,
        target: judging.targets[school].record(goal, measure)?.percent ?? .missing(.notSupplied),
        history: history, options)
    }
  }

  /// - Parameter history: results since the base, newest first.
  static func judge(
    school: Int, authority: LocalAuthorityCode, base: SchoolShare, target: Figure, history: [SchoolShare],
    _ options: AmbitionOptions.NationalChallengeOptions
  ) -> NationalChallengeSchool {
    var judged = NationalChallengeSchool(
      school: school, authority: authority, base: base.percent, baseYear: base.year, target: target,
      latest: history.first.map { .value($0.percent) } ?? .missing(.notSupplied), latestYear: history.first?.year,
      required: .missing(.notAvailable), isOnTrajectory: nil)
    guard let latest = history.first else { return judged }
    let required = AggregatedTargets.line(
      from: base.percent, base.year.ending, to: options.goal.value + options.margin.value, options.goalYear,
      at: min(latest.year.ending, options.goalYear))
    judged.required = .value(required)
    guard let target = target.value else { return judged }
    let isFalling =
      history.count >= 3 && history[0].percent < history[1].percent && history[1].percent < history[2].percent
    judged.isOnTrajectory =
      target >= options.goal.value
      && ((latest.percent >= options.goal.value && !isFalling) || latest.percent >= required)
    return judged
  }

  /// By authority. All on trajectory allow Good (Outstanding with no school in an Ofsted category), more than 80%
  /// some improvement, less than 80% significant improvement.
  func shares(_ schools: [NationalChallengeSchool]) -> [NationalChallengeShare] {
    let inCategory = judging.data.inspections.isEmpty ? nil : authoritiesWithSchoolsInCategory()
    return Dictionary(grouping: schools) { $0.authority }.sorted { $0.key < $1.key }.map { authority, members in
      let assessed = members.filter { $0.isOnTrajectory != nil }
      let on = assessed.count { $0.isOnTrajectory == true }
      let ceiling = Self.ceiling(
        on: on, of: assessed.count, hasSchoolsInCategory: inCategory.map { $0.contains(authority) },
        atExactly80: options.atExactly80)
      return NationalChallengeShare(
        authority: authority, onTrajectory: on, assessed: assessed.count, notAssessable: members.count - assessed.count,
        ceiling: ceiling, areCategoriesKnown: inCategory != nil,
        isUndefinedInText: !assessed.isEmpty && 100 * on == 80 * assessed.count)
    }
  }

  /// - Parameter hasSchoolsInCategory: nil where no inspections say it; all on trajectory then sets no ceiling.
  static func ceiling(on: Int, of assessed: Int, hasSchoolsInCategory: Bool?, atExactly80: String) -> AmbitionBand? {
    guard assessed > 0 else { return nil }
    if on == assessed { return hasSchoolsInCategory.map { $0 ? .good : .outstanding } }
    if 100 * on == 80 * assessed { return atExactly80 == "SI" ? .needsSignificantImprovement : .needsSomeImprovement }
    return 100 * on > 80 * assessed ? .needsSomeImprovement : .needsSignificantImprovement
  }

  /// Authorities where the latest inspection by the report's date of any school still open then found it in special measures or with a notice to improve.
  private func authoritiesWithSchoolsInCategory() -> Set<LocalAuthorityCode> {
    let inspections = judging.data.inspections
    let found = inspections.schools.filter { school in
      judging.data.schools[school].isOpen(on: judging.day)
        && inspections.newestFirst(school, until: judging.day).first?.category != nil
    }
    return Set(found.map { judging.data.schools[$0].authority })
  }
}
