import SchoolStatistics

/// The groups that results are given for, in the order of the rows.
enum SampleGroups {
  static let all: [PupilGroup] = [.all, .fsm, .notFSM, .sen, .noSEN, .cic, .boys, .girls]

  /// Whether `pupil` counts in the group at `position` of ``all``.
  static func contains(_ pupil: Pupil, at position: Int) -> Bool {
    switch position {
    case 0: true
    case 1: pupil.freeMeals && !pupil.freeMealsUnknown
    case 2: !pupil.freeMeals && !pupil.freeMealsUnknown
    case 3: pupil.specialNeeds
    case 4: !pupil.specialNeeds
    case 5: pupil.inCare
    case 6: pupil.boy
    default: !pupil.boy
    }
  }
}

/// Counts that add up over pupils, schools and authorities.
protocol AddableCounts: Sendable {
  init()
  static func += (total: inout Self, part: Self)
}

/// The same counts for each group of ``SampleGroups``.
struct ByGroup<Counts: AddableCounts>: Sendable {
  private(set) var groups = [Counts](repeating: Counts(), count: SampleGroups.all.count)
  /// The pupils of one school, of which the counts are made. They do not add up over schools.
  private(set) var pupils: [(pupil: Pupil, outcome: Counts)] = []

  var all: Counts { groups[0] }
  subscript(group: PupilGroup) -> Counts {
    get { groups[SampleGroups.all.firstIndex(of: group) ?? 0] }
    set { groups[SampleGroups.all.firstIndex(of: group) ?? 0] = newValue }
  }

  mutating func add(_ pupil: Pupil, _ outcome: Counts) {
    pupils.append((pupil, outcome))
    for position in groups.indices where SampleGroups.contains(pupil, at: position) {
      groups[position] += outcome
    }
  }

  static func += (total: inout Self, part: Self) {
    for position in total.groups.indices { total.groups[position] += part.groups[position] }
  }
}
