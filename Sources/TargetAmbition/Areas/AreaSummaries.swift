import Rulebook
import SchoolStatistics

/// Summaries of the judged targets for authorities, regions and England.
struct AreaSummaries {
  let judging: TargetJudging
  let schools: [SchoolAmbition]
  /// Results of areas by indicator id, place and year.
  let areaResult: @Sendable (String, Place, AcademicYear) -> Figure

  private struct Key: Hashable, Comparable {
    var place: Place
    var phase: Int
    var year: AcademicYear
    private var order: (Int, String) {
      switch place {
      case .national: (0, "")
      case .region(let code): (1, code)
      default: (2, place.code)
      }
    }
    static func < (a: Self, b: Self) -> Bool {
      (a.order.0, a.order.1, a.phase, a.year) < (b.order.0, b.order.1, b.phase, b.year)
    }
  }

  /// England first, then regions, then authorities; each by phase and target year.
  func areas() -> [AreaAmbition] {
    let options = judging.options
    var groups: [Key: [Int]] = [:]
    for (position, school) in schools.enumerated() where school.isHeadline {
      let phase = options.phases.firstIndex { $0.phase == school.phase }!
      for place in places(school.authority) {
        groups[Key(place: place, phase: phase, year: school.targetYear), default: []].append(position)
      }
    }
    let rates = options.phases.map { RequiredRates(gains: gains($0), options: options.requiredRate) }
    return groups.sorted { $0.key < $1.key }.map { key, positions in
      area(key.place, options.phases[key.phase], key.year, positions, rates[key.phase])
    }
  }

  private func area(
    _ place: Place, _ phase: AmbitionOptions.PhaseOptions, _ year: AcademicYear, _ positions: [Int],
    _ rates: RequiredRates
  ) -> AreaAmbition {
    let members = positions.map { schools[$0] }
    let deadline = judging.options.deadline(round: year - 2)
    let round = TargetRound(deadline: deadline, isDue: deadline < judging.day, states: members.map(\.state))
    let measure = Measure(phase.measure)
    let national = AggregatedTargets.national(judging.options, measure, year)
    let aggregated = AggregatedTargets.aggregate(members, nationalTarget: national) { school in
      guard let year = school.latestYear else { return nil }
      return judging.attainment(measure)?[school.school, year]?.cohort
    }
    let latest = latestResult(phase, place)
    let goal = judging.options.nationalTargets.first { $0.measure == phase.measure }
    return AreaAmbition(
      place: place, phase: phase.phase, measure: measure, targetYear: year, round: round,
      shares: AreaShares.shares(
        schools, positions: positions, edition: judging.options.edition, isBanded: round.hasBands),
      quartiles: Dictionary(
        uniqueKeysWithValues: QuartileBasis.allCases.map { ($0, QuartileTables.rows(members, $0)) }),
      total: QuartileTables.row(nil, members), aggregated: aggregated,
      requiredForOwnTarget: rates.rate(from: latest, to: aggregated.percent, in: year),
      requiredForNationalTarget: goal.flatMap {
        rates.rate(from: latest, to: .value($0.target.value), in: AcademicYear(ending: $0.year))
      },
      schools: place.level == .localAuthority ? positions : [])
  }

  /// England, the region and the authority itself.
  private func places(_ code: LocalAuthorityCode) -> [Place] {
    let region = judging.data.authorityIndex(code).map { judging.data.authorities[$0].regionCode } ?? ""
    return [.national] + (region.isEmpty ? [] : [.region(region)]) + [.localAuthority(code)]
  }

  /// The newest result up to the reported year, at most two years back.
  func latestResult(_ phase: AmbitionOptions.PhaseOptions, _ place: Place) -> (year: AcademicYear, value: Rational)? {
    (0...2).lazy.compactMap { back in
      areaResult(phase.indicator, place, judging.last - back).value.map { (judging.last - back, $0) }
    }.first
  }

  /// Every authority's change from one year to the next, as far as results go back.
  private func gains(_ phase: AmbitionOptions.PhaseOptions) -> [Rational] {
    let years = judging.attainment(Measure(phase.measure))?.years ?? []
    return judging.data.authorities.flatMap { authority in
      years.compactMap { year -> Rational? in
        let place = Place.localAuthority(authority.code)
        guard let now = areaResult(phase.indicator, place, year).value,
          let before = areaResult(phase.indicator, place, year - 1).value
        else { return nil }
        // To the millionth, which keeps the fractions of the percentile small.
        return Rational(millionths: (now - before).roundedUnits(decimals: 6))
      }
    }
  }
}
