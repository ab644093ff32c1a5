import Statistics

/// Value added by this tool: scores of schools from a two-level model of the pupils of the input. Never called CVA, which
/// is the Department's own. Source: rulebook §3.2.
public struct ValueAddedScores: Sendable {
  /// Why there are no scores.
  public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// One authority's pupils tell nothing of progress in England.
    case tooFew(schools: Int, pupils: Int)
    case notFitted

    public var description: String {
      switch self {
      case .tooFew(let schools, let pupils):
        "no value added is worked out from \(pupils) pupils of \(schools) schools: it takes \(ValueAddedScores.minimumSchools) schools and "
          + "\(ValueAddedScores.minimumPupils) pupils to say what progress is usual; supply published scores as value_added"
      case .notFitted: "no value added is worked out: the results do not vary, or the terms explain them wholly"
      }
    }
  }
  public static let minimumSchools = 30
  public static let minimumPupils = 1000

  public struct Score: Hashable, Sendable {
    public let school: Int
    /// Pupils the score rests on, and pupils of the cohort.
    public let pupils: Int
    public let cohort: Int
    public let score: Double
    public let lower: Double
    public let upper: Double
    /// Half of the cohort or more is in the score, so that it may be ranked.
    public var isRanked: Bool { 2 * pupils >= cohort }
  }
  public let model: TwoLevelModel
  /// In the order of the schools' first pupils.
  public let scores: [Score]

  /// `cohorts` are all pupils of a school, those without prior attainment too.
  public init(
    _ sums: PupilSums, schoolTerms: [[Double]] = [], centre: Double, cohorts: [Int: Int]
  ) throws(Refusal) {
    guard sums.schools.count >= Self.minimumSchools, sums.pupils >= Self.minimumPupils else {
      throw .tooFew(schools: sums.schools.count, pupils: sums.pupils)
    }
    guard let model = TwoLevelModel(sums, schoolTerms: schoolTerms) else { throw .notFitted }
    self.model = model
    scores = model.schools.map { school in
      let half = 1.96 * school.standardError
      return Score(
        school: school.school, pupils: school.pupils, cohort: max(school.pupils, cohorts[school.school] ?? 0),
        score: centre + school.residual, lower: centre + school.residual - half,
        upper: centre + school.residual + half)
    }
  }
}
