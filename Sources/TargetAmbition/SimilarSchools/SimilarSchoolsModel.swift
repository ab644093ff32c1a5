import SchoolStatistics
import Statistics

/// The schools most like each school of a phase and year, in prior attainment and context.
///
/// Features are standardised over the schools that have all of them (mean 0, standard deviation 1) and weighted;
/// the nearest `count` by Euclidean distance are similar, nearer first, at equal distance the lower URN.
/// A feature that no school has, or that does not vary, or that weighs nothing, is left out.
public struct SimilarSchoolsModel: Sendable {
  public static let featureNames = ["prior_attainment", "fsm", "sen", "eal", "size"]

  /// Indices in `SchoolData.schools`, ascending (so by URN).
  public let members: [Int]
  /// Features that the distance is made of.
  public let features: [String]
  private let points: [SIMD8<Double>]
  private let tree: NearestPoints
  /// Similar schools of each member: `count`, or fewer where there are fewer members.
  private let width: Int

  /// - Parameter values: for each of `members`, the features in the order of `featureNames`; nil where unknown.
  public init(members: [Int], values: [[Double?]], weights: [Double], count: Int) {
    let used = Self.featureNames.indices.filter { feature in
      weights[feature] > 0 && values.contains { $0[feature] != nil }
        && Self.spread(values.compactMap { $0[feature] }).deviation > 0
    }
    let complete = members.indices.filter { member in used.allSatisfy { values[member][$0] != nil } }
    var points = [SIMD8<Double>](repeating: .zero, count: complete.count)
    for (lane, feature) in used.enumerated() {
      let column = complete.map { values[$0][feature]! }
      let (mean, deviation) = Self.spread(column)
      let scale = deviation > 0 ? weights[feature].squareRoot() / deviation : 0
      for (row, value) in column.enumerated() { points[row][lane] = (value - mean) * scale }
    }
    self.members = used.isEmpty ? [] : complete.map { members[$0] }
    self.features = used.map { Self.featureNames[$0] }
    self.points = self.members.isEmpty ? [] : points
    width = max(0, min(count, self.members.count - 1))
    tree = NearestPoints(self.points)
  }

  /// Positions in `members`, nearest first. Found when asked for: most schools of the country are never shown.
  private func neighbours(of position: Int) -> [NearestPoints.Neighbour] {
    tree.nearest(width, to: position, at: points[position])
  }

  private static func spread(_ column: [Double]) -> (mean: Double, deviation: Double) {
    guard !column.isEmpty else { return (0, 0) }
    let mean = column.reduce(0, +) / Double(column.count)
    return (mean, (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)).squareRoot())
  }

  /// The members' features, standardised and weighted, one lane for each of `features`.
  public var standardisedPoints: [SIMD8<Double>] { points }

  /// Position of a school among the members; nil where its features are incomplete.
  private func position(_ school: Int) -> Int? { members.position(of: school, by: \.self) }

  /// Indices in `SchoolData.schools` of the similar schools, nearest first.
  public func schools(similarTo school: Int) -> [Int] {
    position(school).map { neighbours(of: $0).map { members[Int($0.point)] } } ?? []
  }

  /// The similar schools with their distances, for pages.
  public func similar(to school: Int) -> [SimilarSchool] {
    guard let position = position(school) else { return [] }
    return neighbours(of: position).map {
      SimilarSchool(school: members[Int($0.point)], distance: $0.squaredDistance.squareRoot())
    }
  }
}
