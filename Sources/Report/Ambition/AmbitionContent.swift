import SchoolStatistics
import TargetAmbition

/// The lookups that the outputs about targets need.
struct AmbitionContent: Sendable {
  let results: AmbitionResults
  private let areas: [Place: [AreaAmbition]]
  private let trajectories: [Place: [TargetTrajectory]]
  private let success: [Place: [TargetSuccess]]
  private let challenge: [LocalAuthorityCode: NationalChallengeShare]
  private let challengeSchools: [LocalAuthorityCode: [NationalChallengeSchool]]
  private let earlyYears: [LocalAuthorityCode: EarlyYearsAmbition]

  init(_ results: AmbitionResults) {
    self.results = results
    areas = Dictionary(grouping: results.areas, by: \.place)
    trajectories = Dictionary(grouping: results.trajectories, by: \.place)
    success = Dictionary(grouping: results.success, by: \.place)
    challenge = Dictionary(results.nationalChallengeShares.map { ($0.authority, $0) }, uniquingKeysWith: { a, _ in a })
    challengeSchools = Dictionary(grouping: results.nationalChallenge, by: \.authority)
    earlyYears = Dictionary(results.earlyYears.map { ($0.authority, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The headline of each phase of a place: the latest round that is complete or past its last day; where there is
  /// none, the latest of all.
  func latest(_ place: Place) -> [AreaAmbition] {
    Phase.allCases.compactMap { phase in
      let all = (areas[place] ?? []).filter { $0.phase == phase }
      return all.filter(\.round.hasBands).max { $0.targetYear < $1.targetYear }
        ?? all.max { $0.targetYear < $1.targetYear }
    }
  }

  /// The newest round of each phase of a place, due or not.
  func newest(_ place: Place) -> [AreaAmbition] {
    Phase.allCases.compactMap { phase in
      (areas[place] ?? []).filter { $0.phase == phase }.max { $0.targetYear < $1.targetYear }
    }
  }

  /// Rounds of a phase after the headline's, newest last: returned so far, or past their last day with nothing held.
  func later(than area: AreaAmbition) -> [AreaAmbition] {
    (areas[area.place] ?? []).filter { $0.phase == area.phase && $0.targetYear > area.targetYear }
      .sorted { $0.targetYear < $1.targetYear }
  }

  func areas(_ place: Place) -> [AreaAmbition] { areas[place] ?? [] }
  func trajectory(_ place: Place, _ phase: Phase) -> TargetTrajectory? {
    trajectories[place]?.first { $0.phase == phase }
  }
  func success(_ place: Place, _ phase: Phase) -> TargetSuccess? { success[place]?.first { $0.phase == phase } }
  func nationalChallenge(_ code: LocalAuthorityCode) -> NationalChallengeShare? { challenge[code] }
  func nationalChallengeSchools(_ code: LocalAuthorityCode) -> [NationalChallengeSchool] {
    challengeSchools[code] ?? []
  }
  func earlyYears(_ code: LocalAuthorityCode) -> EarlyYearsAmbition? { earlyYears[code] }
}
