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
  /// Positions in `members`, `count` for each member (fewer where there are fewer members).
  private let neighbours: [Int32]
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
    let all = self.points
    let tree = NearestPoints(all)
    let wanted = width
    neighbours = mapInParallel(all.count) { member in
      tree.nearest(wanted, to: member, at: all[member]).map(\.point)
    }.flatMap { $0 }
  }

  private static func spread(_ column: [Double]) -> (mean: Double, deviation: Double) {
    guard !column.isEmpty else { return (0, 0) }
    let mean = column.reduce(0, +) / Double(column.count)
    return (mean, (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)).squareRoot())
  }

  /// The members' features, standardised and weighted, one lane for each of `features`.
  public var standardisedPoints: [SIMD8<Double>] { points }

  /// Position of a school among the members; nil where its features are incomplete.
  func position(_ school: Int) -> Int? {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if members[middle] < school { low = middle + 1 } else { high = middle }
    }
    return low < members.count && members[low] == school ? low : nil
  }

  /// Indices in `SchoolData.schools` of the similar schools, nearest first.
  public func schools(similarTo school: Int) -> [Int] {
    guard let position = position(school) else { return [] }
    return neighbours[position * width..<(position + 1) * width].map { members[Int($0)] }
  }

  /// The similar schools with their distances, for pages.
  public func similar(to school: Int) -> [SimilarSchool] {
    guard let position = position(school) else { return [] }
    return neighbours[position * width..<(position + 1) * width].map { neighbour in
      let difference = points[position] - points[Int(neighbour)]
      return SimilarSchool(school: members[Int(neighbour)], distance: (difference * difference).sum().squareRoot())
    }
  }
}
