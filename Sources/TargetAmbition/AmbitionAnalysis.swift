import Rulebook
import SchoolStatistics

/// Judges every target in the data and sums up by authority, region and England.
///
/// The order is that of the rulebook: value-added standings and similar schools (§3, §6.3), the benchmark and the six
/// criteria for each school (§5.3), verdicts and exemptions (§5.4), bands (§5.5), aggregated targets and paths (§5.6),
/// degree of success (§9.4).
public struct AmbitionAnalysis: Sendable {
  public var options: AmbitionOptions
  private let rulebook: Rulebook
  private let jobs: Int

  /// - Parameter jobs: threads.
  public init(options: AmbitionOptions, rulebook: Rulebook, jobs: Int) {
    (self.options, self.rulebook, self.jobs) = (options, rulebook, jobs)
  }

  /// Everything about targets: schools' verdicts, and what they come to in authorities, regions and England.
  ///
  /// - Parameters:
  ///   - last: the year that the report is about; later results are left out.
  ///   - day: the day that the report is for, which says what is due.
  ///   - areaResult: the result of an area by indicator id (`ks2-l4-em`), place and year, as the indicators have it.
  public func results(
    _ data: SchoolData, through last: AcademicYear, on day: CalendarDate,
    areaResult: @escaping @Sendable (String, Place, AcademicYear) -> Figure
  ) -> AmbitionResults {
    let judging = TargetJudging(data, rulebook, options: options, through: last, on: day, jobs: jobs)
    var results = schools(judging) { _ in true }
    let schools = results.schools
    results.areas = AreaSummaries(judging: judging, schools: schools, areaResult: areaResult).areas()
    results.fits = judging.models.values.map(\.fit).sorted {
      ($0.phase.rawValue, $0.year) < ($1.phase.rawValue, $1.year)
    }
    results.trajectories = Trajectories(
      judging: judging, schools: schools, areas: results.areas, areaResult: areaResult
    ).all()
    let challenge = NationalChallenge(judging: judging)
    results.nationalChallenge = challenge.schools()
    results.nationalChallengeShares = challenge.shares(results.nationalChallenge)
    results.earlyYears = EarlyYearsTargets(options: options.earlyYears, last: last, areaResult: areaResult)
      .all(data.authorities.map(\.code))
    results.groupGaps = GroupTargetGaps(judging: judging).all()
    results.findings = findings(results.areas)
    return results
  }

  /// What is known of the targets and the value added of some schools alone, as their packs show it.
  ///
  /// - Parameter wanted: indices in `SchoolData.schools`.
  public func results(_ data: SchoolData, through last: AcademicYear, on day: CalendarDate, of wanted: Set<Int>)
    -> AmbitionResults
  {
    let judging = TargetJudging(data, rulebook, options: options, through: last, on: day, jobs: jobs)
    var results = schools(judging, where: wanted.contains)
    results.standings = judging.standings.ranked(wanted.contains, jobs: jobs)
    return results
  }

  private func schools(_ judging: TargetJudging, where isWanted: (Int) -> Bool) -> AmbitionResults {
    let schools = TargetUniverse(judging: judging).judged(isWanted, jobs: jobs)
    let success = DegreeOfSuccess(judging: judging, schools: schools)
    let outcomes = success.outcomes()
    return AmbitionResults(
      edition: options.edition, exemptionScope: options.exemptScope, day: judging.day, targetYears: judging.targetYears,
      schools: schools, outcomes: outcomes, success: success.success(outcomes), assumptions: options.assumptions,
      judge: { Verdict.criteria(judging.inputs(of: schools[$0]), judging.options.edition) },
      beside: { TargetPaperwork.facts(judging.inputs(of: schools[$0])) },
      ask: { Verdict.asks(judging.inputs(of: schools[$0])) },
      similarSchools: { school, year in
        judging.options.phases.lazy.map { judging.similar.model($0.phase, year).similar(to: school) }
          .first { !$0.isEmpty } ?? []
      })
  }

  /// Value-added standings alone, nationally and among similar schools, sorted by school, measure, year.
  public func standings(_ data: SchoolData, through last: AcademicYear) -> [ValueAddedStanding] {
    let similar = SimilarSchools(data, SchoolContexts(data), options.similarSchools)
    return ValueAddedStandings(data, options: options, through: last, similar: similar).ranked(
      { _ in true }, jobs: jobs)
  }

  /// The similar schools of a phase and year.
  public func similarSchools(_ data: SchoolData, phase: Phase, year: AcademicYear) -> SimilarSchoolsModel {
    SchoolContexts(data).similarSchools(data, phase: phase, year: year, options.similarSchools)
  }

  /// "Most exceptional" is doubtful where more than one school, and more than a few per cent of them, are exempt.
  private func findings(_ areas: [AreaAmbition]) -> [Finding] {
    areas.filter { $0.place.level == .localAuthority && $0.round.hasBands }.compactMap { area in
      guard let share = area.shares.first(where: { $0.test == .allCriteria }), let percent = share.exemptPercent,
        share.metByExemption > 1, percent > options.exemptWarningPercent.value
      else { return nil }
      let limit = options.exemptWarningPercent.value.text(decimals: 0)
      return Finding(
        rule: "many-exemptions", severity: .warning, value: area.place.code,
        message:
          "\(share.metByExemption) of \(share.assessed) \(area.phase.rawValue) schools of authority \(area.place.code) are exempt "
          + "in \(area.targetYear.title); 'most exceptional circumstances' is doubtful above \(limit)%",
        action: "shown with and without exemptions")
    }
  }
}
