/// The phases that indicators belong to.
public enum Phase: String, CaseIterable, Sendable, Codable {
  case earlyYears = "early-years"
  case primary
  case secondary

  public var title: String {
    switch self {
    case .earlyYears: "Early Years"
    case .primary: "Primary"
    case .secondary: "Secondary"
    }
  }
}

/// Whether a high value of an indicator is good, a low one, or neither.
public enum Polarity: String, Sendable, Codable { case high, low, neutral }

/// Whether a published figure covers all schools or state-funded (maintained) ones only.
public enum Basis: String, CaseIterable, Sendable, Codable { case all, maintained }

/// A group of pupils within a cohort; raw values are those of the canonical tables.
public enum PupilGroup: String, CaseIterable, Sendable, Codable {
  case all, fsm
  case notFSM = "not_fsm"
  case disadvantaged
  case notDisadvantaged = "not_disadvantaged"
  case sen
  case noSEN = "no_sen"
  case senSupport = "sen_support"
  case ehcPlan = "ehc_plan"
  /// Children in care (looked after), counted by the responsible authority.
  case cic
  case boys, girls
  case eal
  case notEAL = "not_eal"
  case priorLow = "prior_low"
  case priorMiddle = "prior_middle"
  case priorHigh = "prior_high"
  /// Black and minority ethnic pupils, and gifted and talented ones: groups that targets are set for.
  case bme, gifted

  /// The group in words.
  public var title: String {
    switch self {
    case .all: "All pupils"
    case .fsm: "Eligible for free school meals"
    case .notFSM: "Not eligible for free school meals"
    case .disadvantaged: "Disadvantaged pupils"
    case .notDisadvantaged: "Other pupils"
    case .sen: "Special educational needs"
    case .noSEN: "No identified special educational needs"
    case .senSupport: "SEN support"
    case .ehcPlan: "Education, health and care plan"
    case .cic: "Children in care"
    case .boys: "Boys"
    case .girls: "Girls"
    case .eal: "English as an additional language"
    case .notEAL: "English as first language"
    case .priorLow: "Low prior attainment"
    case .priorMiddle: "Middle prior attainment"
    case .priorHigh: "High prior attainment"
    case .bme: "Black and minority ethnic pupils"
    case .gifted: "Gifted and talented pupils"
    }
  }
}

/// A quantity that files report and indicators are made of, by its id in `Data/reference/measures.json5`
/// (for example `ks2_l4_em` or `ks2_eligible`). Ids are open: reference data names them, not code.
public struct Measure: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let id: String
  public init(_ id: String) { self.id = id }
  public init(stringLiteral id: String) { self.id = id }
  public var description: String { id }
  public static func < (a: Self, b: Self) -> Bool { a.id < b.id }
}
