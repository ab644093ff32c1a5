import Rulebook
import SchoolStatistics

/// The gaps between groups and all other pupils that targets imply, beside the gaps of the latest results.
///
/// Both are worked out alike, from the pupils of the schools that set a target for the group and for all pupils:
/// others are all pupils less the group. Reported, not scored (quality standards 2009, strand 1.5).
struct GroupTargetGaps {
  let judging: TargetJudging

  private struct Key: Hashable {
    var place: Place
    var phase: Int
    var year: AcademicYear
    var group: PupilGroup
  }

  private struct Sums {
    var schools = 0
    var target = Split()
    var result = Split()
  }

  /// Pupils of a group and of all, who reach the threshold and in the cohort.
  struct Split {
    var group = (pupils: 0, cohort: 0)
    var all = (pupils: 0, cohort: 0)

    var shares: (group: Rational, others: Rational)? {
      let (pupils, cohort) = (all.pupils - group.pupils, all.cohort - group.cohort)
      guard group.cohort > 0, cohort > 0, pupils >= 0, pupils <= cohort, group.pupils <= group.cohort else {
        return nil
      }
      return (.percent(group.pupils, of: group.cohort), .percent(pupils, of: cohort))
    }

    mutating func add(_ other: Split) {
      group = (group.pupils + other.group.pupils, group.cohort + other.group.cohort)
      all = (all.pupils + other.all.pupils, all.cohort + other.all.cohort)
    }
  }

  /// England, then authorities by code; each by phase, target year and group.
  func all() -> [GroupTargetGap] {
    let years = Set(judging.targetYears)
    var sums: [Key: Sums] = [:]
    for (record, group) in judging.targets.groupRecords where years.contains(record.year) {
      guard let phase = judging.options.phases.firstIndex(where: { $0.measure == record.measure.id }),
        let whole = judging.targets[record.school].record(record.year, record.measure),
        let target = Split(group: record, all: whole), target.shares != nil
      else { continue }
      let result = results(record.school, judging.options.phases[phase], group)
      for place in [.national, Place.localAuthority(judging.data.schools[record.school].authority)] {
        let key = Key(place: place, phase: phase, year: record.year, group: group)
        sums[key, default: Sums()].schools += 1
        sums[key]?.target.add(target)
        if let result { sums[key]?.result.add(result) }
      }
    }
    return sums.sorted { Self.order($0.key) < Self.order($1.key) }.compactMap { key, sums in
      guard let target = sums.target.shares else { return nil }
      let phase = judging.options.phases[key.phase]
      let result = sums.result.shares
      return GroupTargetGap(
        place: key.place, phase: phase.phase, measure: Measure(phase.measure), targetYear: key.year, group: key.group,
        schools: sums.schools, groupTarget: target.group, othersTarget: target.others,
        groupResult: result.map { .value($0.group) } ?? .missing(.notSupplied),
        othersResult: result.map { .value($0.others) } ?? .missing(.notSupplied), resultYear: judging.last)
    }
  }

  private static func order(_ key: Key) -> (String, Int, AcademicYear, Int) {
    (key.place == .national ? "" : key.place.code, key.phase, key.year, key.group.ordinal)
  }

  private func results(_ school: Int, _ phase: AmbitionOptions.PhaseOptions, _ group: PupilGroup) -> Split? {
    guard let whole = judging.groupResults.counts(school, phase, .all),
      let part = judging.groupResults.counts(school, phase, group)
    else { return nil }
    return Split(group: part, all: whole)
  }
}

extension GroupTargetGaps.Split {
  init?(group: TargetRecord, all: TargetRecord) {
    guard let part = group.pupils, let partCohort = group.cohort, let pupils = all.pupils, let cohort = all.cohort
    else { return nil }
    self.init(group: (part, partCohort), all: (pupils, cohort))
  }
}

/// Results of the reported year by school and group, for the groups that targets are set for.
struct GroupResults: Sendable {
  private struct Key: Hashable {
    var school: Int32
    var measure: Measure
    var group: PupilGroup
  }
  private var counts: [Key: (pupils: Int, cohort: Int)] = [:]

  /// O(rows of the results) where any group has targets, else nothing.
  init(_ data: SchoolData, options: AmbitionOptions, groups: Set<PupilGroup>, year: AcademicYear) {
    guard !groups.isEmpty else { return }
    let wanted = groups.union([.all])
    for phase in options.phases {
      let measure = Measure(phase.measure)
      for table in data.tables where table.level == .school {
        guard let results = table.column(measure), let cohorts = table.column(Measure(phase.cohort)),
          results.unit == .count
        else { continue }
        for row in 0..<table.count where wanted.contains(table.groups[row]) && table.year(row) == year {
          guard let pupils = results.figures.count(at: row), let cohort = cohorts.figures.count(at: row) else {
            continue
          }
          let key = Key(school: table.places[row], measure: measure, group: table.groups[row])
          if counts[key] == nil { counts[key] = (pupils, cohort) }
        }
      }
    }
  }

  func counts(_ school: Int, _ phase: AmbitionOptions.PhaseOptions, _ group: PupilGroup) -> (pupils: Int, cohort: Int)?
  {
    counts[Key(school: Int32(clamping: school), measure: Measure(phase.measure), group: group)]
  }
}
