extension PupilGroup {
  /// Position in `allCases`, for tables and keys by group. O(1).
  @inlinable public var ordinal: Int {
    switch self {
    case .all: 0
    case .fsm: 1
    case .notFSM: 2
    case .disadvantaged: 3
    case .notDisadvantaged: 4
    case .sen: 5
    case .noSEN: 6
    case .senSupport: 7
    case .ehcPlan: 8
    case .cic: 9
    case .boys: 10
    case .girls: 11
    case .eal: 12
    case .notEAL: 13
    case .priorLow: 14
    case .priorMiddle: 15
    case .priorHigh: 16
    case .bme: 17
    case .gifted: 18
    }
  }
}
