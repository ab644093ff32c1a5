import Rulebook
import SchoolStatistics

/// Targets year by year with results, for authorities, regions, England and schools.
struct Trajectories {
  let judging: TargetJudging
  let schools: [SchoolAmbition]
  let areas: [AreaAmbition]
  let areaResult: @Sendable (String, Place, AcademicYear) -> Figure

  /// Areas first in their order, then schools by URN; each by phase.
  func all() -> [TargetTrajectory] { ofAreas() + ofSchools() }

  private func ofAreas() -> [TargetTrajectory] {
    var order: [Place] = []
    var groups: [Place: [AreaAmbition]] = [:]
    for area in areas {
      if groups[area.place] == nil { order.append(area.place) }
      groups[area.place, default: []].append(area)
    }
    return order.flatMap { place in
      judging.options.phases.compactMap { phase in
        let targets = groups[place]!.filter { $0.phase == phase.phase }
        guard !targets.isEmpty else { return nil }
        return trajectory(
          place, phase,
          targets: targets.map {
            // Targets returned so far are those of other schools than a whole round's.
            ($0.targetYear, $0.round.hasBands ? $0.aggregated.percent : .missing(.notAvailable))
          },
          years: judging.attainment(Measure(phase.measure))?.years ?? []
        ) { areaResult(phase.indicator, place, $0) }
      }
    }
  }

  private func ofSchools() -> [TargetTrajectory] {
    let groups = Dictionary(grouping: schools.filter(\.isHeadline)) { $0.school }
    return groups.sorted { $0.key < $1.key }.flatMap { school, targets in
      judging.options.phases.compactMap { phase in
        let own = targets.filter { $0.phase == phase.phase }
        guard own.contains(where: { $0.target.value != nil }), let index = judging.attainment(Measure(phase.measure))
        else { return nil }
        return trajectory(
          .school(judging.data.schools[school].urn), phase, targets: own.map { ($0.targetYear, $0.target) },
          years: index.years
        ) { index[school, $0].map { .value($0.percent) } ?? .missing(.notSupplied) }
      }
    }
  }

  private func trajectory(
    _ place: Place, _ phase: AmbitionOptions.PhaseOptions, targets: [(year: AcademicYear, target: Figure)],
    years: [AcademicYear], result: (AcademicYear) -> Figure
  ) -> TargetTrajectory {
    let byYear = Dictionary(targets.map { ($0.year, $0.target) }, uniquingKeysWith: { a, _ in a })
    let all = Set(years).union(byYear.keys).sorted()
    let points = all.map { TrajectoryPoint(year: $0, target: byYear[$0] ?? .missing(.notSupplied), actual: result($0)) }
    return TargetTrajectory(
      place: place, phase: phase.phase, measure: Measure(phase.measure), points: points, isRising: Self.isRising(points)
    )
  }

  /// No target below that of the year before, and those ahead of the latest result above it; nil without targets of
  /// two consecutive years.
  static func isRising(_ points: [TrajectoryPoint]) -> Bool? {
    let set = points.compactMap { point in point.target.value.map { (year: point.year, target: $0) } }
    let steps = zip(set, set.dropFirst()).filter { $1.year - 1 == $0.year }
    guard !steps.isEmpty else { return nil }
    let latest = points.last { $0.actual.value != nil }
    let ahead = set.filter { target in latest.map { target.year > $0.year } ?? false }
    return steps.allSatisfy { $1.target >= $0.target }
      && ahead.allSatisfy { $0.target > (latest?.actual.value ?? Rational(0)) }
  }
}
