/// Which of the two quality documents a band or a verdict follows.
public enum AmbitionEdition: Int, CaseIterable, Sendable, Codable {
  /// Quality management framework, 00505-2007BKT.
  case framework2007 = 2007
  /// Quality standards and criteria, 00756-2009BKT.
  case standards2009 = 2009
}

/// The six criteria of an ambitious target.
///
/// Source: quality management framework 2007 and quality standards 2009, strand 1.5; rulebook §5.1 and §5.3.
public enum AmbitionCriterion: Int, CaseIterable, Comparable, Sendable {
  case guidance = 1
  case priorAttainment, previousBest, progression, improvement, topQuartile

  /// C1 to C6, as tables head their columns.
  public var code: String { "C\(rawValue)" }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Which criteria an exemption can excuse (rulebook §5.1: two formulations).
public struct ExemptionScope: Hashable, Sendable {
  public var criteria: Set<AmbitionCriterion>
  public init(_ criteria: Set<AmbitionCriterion>) { self.criteria = criteria }

  /// The top-quartile criterion alone, as the standards bullets of 2007 word it.
  public static let topQuartile = ExemptionScope([.topQuartile])
  /// All six, as the table of 2007 sets the closing line.
  public static let all = ExemptionScope(Set(AmbitionCriterion.allCases))

  /// `criterion 6`, `criteria 4 and 6`, `all six criteria`.
  public var words: String {
    if self == .all { return "all six criteria" }
    let numbers = criteria.sorted().map { String($0.rawValue) }
    guard let last = numbers.last else { return "no criterion" }
    if numbers.count == 1 { return "criterion \(last)" }
    return "criteria \(numbers.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension ExemptionScope: Decodable {
  /// A list of codes, `["c4", "c6"]`, or `"all"`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let word = try? container.decode(String.self), word == "all" {
      self = .all
      return
    }
    self.init(
      Set(
        try container.decode([String].self).map { code in
          guard let criterion = AmbitionCriterion.allCases.first(where: { $0.code.lowercased() == code.lowercased() })
          else {
            throw DecodingError.dataCorruptedError(
              in: container, debugDescription: "'\(code)' is not a criterion; write \"all\" or a list of c1 to c6")
          }
          return criterion
        }))
  }
}
