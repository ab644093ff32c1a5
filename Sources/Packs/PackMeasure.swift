import Rulebook
import SchoolStatistics

/// An indicator that packs show.
struct PackMeasure: Hashable, Sendable {
  typealias Role = PackUse.Role

  var indicator: String
  var phase: Phase
  var use: PackUse
  var role: Role { use.role }
  var achieved: String { use.achieved }

  /// The indicators that are for packs, in the order of the evidence: by phase and role, absence after all else.
  static func all(_ indicators: [Indicator]) -> [PackMeasure] {
    let measures = indicators.compactMap { indicator in
      indicator.packs.map { PackMeasure(indicator: indicator.id, phase: indicator.phase, use: $0) }
    }
    let absence: [Role] = [.persistentAbsence, .absence]
    func inOrder(_ roles: [Role], _ phases: [Phase]) -> [PackMeasure] {
      roles.flatMap { role in phases.flatMap { phase in measures.filter { $0.role == role && $0.phase == phase } } }
    }
    return Phase.allCases.flatMap { phase in inOrder(Role.allCases.filter { !absence.contains($0) }, [phase]) }
      + inOrder(absence, Phase.allCases)
  }
}
