import SchoolStatistics

/// Whether a school's target for a year is held, and whether it is due.
///
/// A row that carries estimates or prior attainment only is a line for the discussion, never a target.
public enum TargetState: String, CaseIterable, Sendable {
  /// None is held, and the last day for setting it lies ahead of the report's date.
  case notDue = "not_due"
  case returned
  /// Held, and set after the last day.
  case returnedLate = "returned_late"
  /// None is held, and the last day has passed.
  case late

  public var isHeld: Bool { self == .returned || self == .returnedLate }

  public var title: String {
    switch self {
    case .notDue: "not due"
    case .returned: "returned"
    case .returnedLate: "returned late"
    case .late: "late"
    }
  }
}

/// The targets of one area and phase for one summer: how many schools returned theirs, and whether the last day passed.
///
/// Governing bodies set targets two summers ahead by 31 December, authorities send them on by 31 January (rulebook §4.1).
public struct TargetRound: Hashable, Sendable {
  /// The last day for setting the targets.
  public var deadline: CalendarDate
  /// Whether that day lies before the report's date.
  public var isDue: Bool
  /// Schools that are expected to set a target, or that did.
  public var schools: Int
  public var returned: Int
  public var returnedLate: Int
  public var late: Int
  public var notDue: Int

  public init(deadline: CalendarDate, isDue: Bool, states: [TargetState]) {
    (self.deadline, self.isDue, schools) = (deadline, isDue, states.count)
    returned = states.count { $0 == .returned }
    returnedLate = states.count { $0 == .returnedLate }
    late = states.count { $0 == .late }
    notDue = states.count { $0 == .notDue }
  }

  /// Schools whose target is held.
  public var held: Int { returned + returnedLate }
  public var isComplete: Bool { schools > 0 && held == schools }
  /// Whether shares of it are the headline of a page and have bands: it is complete or past its last day, and the
  /// inputs hold a target of it at all.
  public var hasBands: Bool { held > 0 && (isDue || isComplete) }
}
