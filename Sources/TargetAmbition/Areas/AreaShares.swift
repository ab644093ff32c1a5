import Rulebook
import SchoolStatistics

/// Counts schools by verdict and gives the shares that the editions report, each by its own rules.
enum AreaShares {
  /// 2009 heads with the guidance share and has the conjunction as a second; 2007 reports the conjunction (rulebook
  /// §5.1). The configured edition comes first; the three criteria of the case study follow by its rules.
  static func shares(
    _ schools: [SchoolAmbition], positions: [Int], edition: AmbitionEdition, isBanded: Bool
  ) -> [AmbitionShare] {
    let standards: [(AmbitionTest, AmbitionEdition)] = [
      (.guidanceOnly, .standards2009), (.allCriteria, .standards2009),
    ]
    let framework: [(AmbitionTest, AmbitionEdition)] = [(.allCriteria, .framework2007)]
    let order = edition == .standards2009 ? standards + framework : framework + standards
    return (order + [(.guidancePriorAndTopQuartile, edition)]).map { test, edition in
      share(test, edition, schools, positions, isBanded: isBanded)
    }
  }

  private static func share(
    _ test: AmbitionTest, _ edition: AmbitionEdition, _ schools: [SchoolAmbition], _ positions: [Int], isBanded: Bool
  ) -> AmbitionShare {
    var count: [AmbitionVerdict: Int] = [:]
    var candidates: [(urnOrder: Int, below: SchoolBelowBand)] = []
    for position in positions {
      let school = schools[position]
      let verdict = verdict(test, edition, school)
      count[verdict, default: 0] += 1
      if verdict == .notMet || verdict == .notSet {
        let pupils = verdict == .notSet ? nil : school.judgement(edition).pupilsToMeet(test.criteria)
        candidates.append((school.school, SchoolBelowBand(position: position, pupils: pupils)))
      }
    }
    candidates.sort { ($0.below.pupils ?? .max, $0.urnOrder) < ($1.below.pupils ?? .max, $1.urnOrder) }
    return AmbitionShare(
      test: test, edition: edition, met: count[.met] ?? 0, metByExemption: count[.metByExemption] ?? 0,
      notMet: (count[.notMet] ?? 0) + (count[.notSet] ?? 0), notAssessable: count[.notAssessable] ?? 0,
      candidates: candidates.map(\.below), isBanded: isBanded)
  }

  /// The verdict over the criteria of a test, by an edition's rules.
  static func verdict(_ test: AmbitionTest, _ edition: AmbitionEdition, _ school: SchoolAmbition) -> AmbitionVerdict {
    let own = school.judgement(edition)
    if test == .allCriteria { return own.verdict }
    return Verdict.of(own.outcomes, school.state, over: test.criteria, excused: school.excused)
  }
}
