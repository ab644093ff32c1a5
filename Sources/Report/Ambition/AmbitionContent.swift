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

  /// The latest target year of each phase of a place.
  func latest(_ place: Place) -> [AreaAmbition] {
    let all = areas[place] ?? []
    return Phase.allCases.compactMap { phase in all.filter { $0.phase == phase }.max { $0.targetYear < $1.targetYear } }
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
