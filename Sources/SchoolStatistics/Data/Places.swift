/// A local authority and the dates between which it existed.
public struct LocalAuthority: Sendable {
  public var code: LocalAuthorityCode
  public var name: String
  /// Nine-character ONS code; empty where unknown.
  public var onsCode: String
  public var regionCode: String
  public var validFrom: CalendarDate?
  public var validTo: CalendarDate?
  /// Authorities that this one took over from (a split or a merger).
  public var predecessors: [LocalAuthorityCode]

  public init(
    code: LocalAuthorityCode, name: String, onsCode: String = "", regionCode: String = "",
    validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil, predecessors: [LocalAuthorityCode] = []
  ) {
    (self.code, self.name, self.onsCode, self.regionCode) = (code, name, onsCode, regionCode)
    (self.validFrom, self.validTo, self.predecessors) = (validFrom, validTo, predecessors)
  }

  /// Whether it existed when the year's results came out (on 31 August).
  public func existed(in year: AcademicYear) -> Bool {
    let day = CalendarDate(year: year.ending, month: 8, day: 31)!
    return (validFrom.map { $0 <= day } ?? true) && (validTo.map { $0 >= day } ?? true)
  }
}

/// A region of England.
public struct Region: Hashable, Sendable {
  public var code: String
  public var name: String
  public init(code: String, name: String) { (self.code, self.name) = (code, name) }
}

/// What kind of school it is, as far as cohort rules need to know.
public enum SchoolKind: String, CaseIterable, Sendable, Codable {
  case primary, secondary
  case allThrough = "all_through"
  case special, alternative, independent, other

  /// Mainstream schools are those that floors and school counts are about.
  public var isMainstream: Bool { self == .primary || self == .secondary || self == .allThrough }
  public func serves(_ phase: Phase) -> Bool {
    switch self {
    case .primary: phase == .primary || phase == .earlyYears
    case .secondary: phase == .secondary
    default: true
    }
  }
}

/// A school as the register knows it.
public struct School: Sendable {
  public var urn: URN
  public var authority: LocalAuthorityCode
  /// Four-digit establishment number, if known.
  public var establishment: Int?
  public var name: String
  /// The name before a renaming, where the register gives one; otherwise empty.
  public var formerName = ""
  public var kind: SchoolKind
  /// The type as the source words it: `Community School`.
  public var type: String
  /// Maintained schools, academies and CTCs; false for independent schools.
  public var isStateFunded: Bool
  public var opened: CalendarDate?
  public var closed: CalendarDate?
  /// False where the school is known from its results alone.
  public var isRegistered: Bool

  public init(
    urn: URN, authority: LocalAuthorityCode, establishment: Int? = nil, name: String, kind: SchoolKind,
    type: String = "", isStateFunded: Bool = true, opened: CalendarDate? = nil, closed: CalendarDate? = nil,
    isRegistered: Bool = true
  ) {
    (self.urn, self.authority, self.establishment, self.name) = (urn, authority, establishment, name)
    (self.kind, self.type, self.isStateFunded) = (kind, type, isStateFunded)
    (self.opened, self.closed, self.isRegistered) = (opened, closed, isRegistered)
  }

  /// Whether it has opened by a day and not closed by it; unknown dates count as open.
  public func isOpen(on day: CalendarDate) -> Bool {
    (opened.map { $0 <= day } ?? true) && (closed.map { $0 > day } ?? true)
  }
}

/// One school taking over from another (academy conversion, merger).
public struct SchoolLink: Hashable, Sendable {
  public var urn: URN
  public var successor: URN
  public var effective: CalendarDate?
  public init(urn: URN, successor: URN, effective: CalendarDate?) {
    (self.urn, self.successor, self.effective) = (urn, successor, effective)
  }
}

/// The ten statistical neighbours of an authority, in the order of the model.
public struct StatisticalNeighbours: Sendable {
  public var authority: LocalAuthorityCode
  public var model: String
  public var neighbours: [LocalAuthorityCode]
  public init(authority: LocalAuthorityCode, model: String, neighbours: [LocalAuthorityCode]) {
    (self.authority, self.model, self.neighbours) = (authority, model, neighbours)
  }
}
