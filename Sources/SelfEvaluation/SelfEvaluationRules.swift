import ReferenceFiles

/// The strands of the quality standards and the rule for overall ratings: `self-evaluation.json5`.
public struct SelfEvaluationRules: Decodable, Sendable {
  public struct Strand: Decodable, Sendable {
    /// `1.5`
    public let id: String
    /// 1: raising standards; 2: challenge and support.
    public let theme: Int
    public let title: String
    /// Phases that do not have the strand.
    public let notFor: [EvaluatedPhase]?

    public func isOf(_ phase: EvaluatedPhase) -> Bool { notFor?.contains(phase) != true }
  }

  public let overallRule: OverallRule
  public let strands: [Strand]

  public init(referenceFolder: String) throws(ReferenceMistake) {
    self = try ReferenceFile.decode(Self.self, path: referenceFolder + "/self-evaluation.json5")
  }

  public var themes: [Int] { Set(strands.map(\.theme)).sorted() }
  public func strands(of theme: Int) -> [Strand] { strands.filter { $0.theme == theme } }
}

/// The rows of the dashboard.
public enum EvaluatedPhase: String, CaseIterable, Decodable, Sendable {
  case earlyYears = "early_years"
  case primary, secondary

  public var title: String {
    switch self {
    case .earlyYears: "Early years"
    case .primary: "Primary"
    case .secondary: "Secondary"
    }
  }
}
