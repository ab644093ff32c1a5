import Rulebook
import SchoolStatistics

/// Counts schools by verdict and gives the shares that the editions report.
enum AreaShares {
  /// One share for each edition and test: 2009 heads with the guidance share and has the conjunction as a second,
  /// 2007 reports the conjunction (rulebook §5.1). The configured edition comes first.
  static func shares(_ schools: [SchoolAmbition], positions: [Int], edition: AmbitionEdition, scope: ExemptionScope)
    -> [AmbitionShare]
  {
    let standards: [(AmbitionTest, AmbitionEdition)] = [
      (.guidanceOnly, .standards2009), (.allCriteria, .standards2009),
    ]
    let framework: [(AmbitionTest, AmbitionEdition)] = [(.allCriteria, .framework2007)]
    let order = edition == .standards2009 ? standards + framework : framework + standards
    return order.map { share($0.0, $0.1, schools, positions, scope) }
  }

  private static func share(
    _ test: AmbitionTest, _ edition: AmbitionEdition, _ schools: [SchoolAmbition], _ positions: [Int],
    _ scope: ExemptionScope
  ) -> AmbitionShare {
    var count: [AmbitionVerdict: Int] = [:]
    var candidates: [(urnOrder: Int, below: SchoolBelowBand)] = []
    for position in positions {
      let school = schools[position]
      let verdict = verdict(test, school, scope)
      count[verdict, default: 0] += 1
      if verdict == .notMet {
        let pupils = test == .allCriteria ? school.pupilsToMeetAll : school.pupilsNeeded[0]
        candidates.append((school.school, SchoolBelowBand(position: position, pupils: pupils)))
      }
    }
    candidates.sort { ($0.below.pupils ?? .max, $0.urnOrder) < ($1.below.pupils ?? .max, $1.urnOrder) }
    return AmbitionShare(
      test: test, edition: edition, met: count[.met] ?? 0, metByExemption: count[.metByExemption] ?? 0,
      notMet: count[.notMet] ?? 0, notAssessable: count[.notAssessable] ?? 0, candidates: candidates.map(\.below))
  }

  /// The verdict on all criteria, or on the first alone; an exemption excuses the first only where the scope is all.
  static func verdict(_ test: AmbitionTest, _ school: SchoolAmbition, _ scope: ExemptionScope) -> AmbitionVerdict {
    guard test == .guidanceOnly else { return school.verdict }
    switch school.outcome(.guidance) {
    case .met: return .met
    case .notAssessable: return .notAssessable
    case .notMet: return scope == .all && school.exemption != nil ? .metByExemption : .notMet
    }
  }
}
