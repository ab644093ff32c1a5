/// Why a figure is missing. A missing figure is never zero.
///
/// Source: real-file codes of the performance tables 2006 to 2019 and of the DfE open-data standard (rulebook §7.4).
public enum MissingReason: UInt8, CaseIterable, Sendable {
  /// Hidden because it is about too few pupils.
  case suppressed = 1
  case notApplicable
  case notAvailable
  case noEntries
  /// Fewer than half the pupils could be matched to prior attainment.
  case lowCoverage
  case newSchool
  case notPublished
  /// The school made no return (2010 test boycott, no absence return).
  case noReturn
  /// A return was not required of the school.
  case notRequired
  /// Results not confirmed, or under query.
  case notConfirmed
  /// More than zero but rounds to zero.
  case roundsToZero
  case lowReliability
  /// The cell was empty.
  case blank
  /// The file has no such column, or no file covers the place and year.
  case notSupplied
  /// A code that no layout or code list explains.
  case unknownCode
  /// The cell could not be read; a finding names it.
  case unreadable
  /// The cell contradicts its own row, as a part above its whole does; a finding names it.
  case contradicted
  /// Cannot be compared: a break in the series lies between.
  case notComparable
  /// Too few pupils or schools for the calculation.
  case tooFew

  /// The symbol of the Government Statistical Service, unbracketed: `c x z low u`.
  public var symbol: String {
    switch self {
    case .suppressed, .tooFew: "c"
    case .notApplicable, .noEntries, .newSchool, .notRequired, .notComparable: "z"
    case .roundsToZero: "low"
    case .lowReliability, .lowCoverage, .notConfirmed: "u"
    case .notAvailable, .notPublished, .noReturn, .blank, .notSupplied, .unknownCode, .unreadable, .contradicted:
      "x"
    }
  }

  /// The reason in words, for pages and notes.
  public var title: String {
    switch self {
    case .suppressed: "suppressed"
    case .notApplicable: "not applicable"
    case .notAvailable: "not available"
    case .noEntries: "no entries"
    case .lowCoverage: "low coverage"
    case .newSchool: "new school"
    case .notPublished: "not published"
    case .noReturn: "no return"
    case .notRequired: "return not required"
    case .notConfirmed: "not confirmed"
    case .roundsToZero: "rounds to zero"
    case .lowReliability: "low reliability"
    case .blank: "blank in the source"
    case .notSupplied: "not supplied"
    case .unknownCode: "unknown code"
    case .unreadable: "unreadable"
    case .contradicted: "contradicts its own row"
    case .notComparable: "not comparable"
    case .tooFew: "too few"
    }
  }
}
