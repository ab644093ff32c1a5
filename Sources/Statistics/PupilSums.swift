/// What a two-level model needs of the pupils it is fitted on: counts and means a school, and the products of deviations
/// from the school's means, all schools together.
///
/// Memory is O(schools × predictors): it does not grow with pupils. Deviations are summed, not squares (Welford 1962,
/// Technometrics 4), so that predictors far from zero, such as squared points, lose no digits.
public struct PupilSums: Sendable {
  /// Number of predictors, without the constant.
  public let width: Int
  public private(set) var pupils = 0
  /// Identifiers of the schools in the order of their first pupil.
  public private(set) var schools: [Int] = []
  private var positions: [Int: Int] = [:]
  private(set) var counts: [Int] = []
  /// `width + 1` numbers a school: means of the predictors, then of the response.
  private(set) var means: [Double] = []
  /// (`width + 1`)² sums of products of deviations within schools, upper triangle.
  private(set) var within: [Double]
  private var old: [Double]

  public init(width: Int) {
    precondition(width >= 0, "a number of predictors")
    self.width = width
    self.within = Array(repeating: 0, count: (width + 1) * (width + 1))
    self.old = Array(repeating: 0, count: width + 1)
  }

  /// Adds a pupil: values of the predictors in their order, then the response; all finite. O(width²).
  public mutating func add(school: Int, _ values: [Double]) {
    precondition(values.count == width + 1, "the predictors and the response")
    let position = self.position(school)
    let size = width + 1
    let base = position * size
    counts[position] += 1
    pupils += 1
    let share = 1 / Double(counts[position])
    for k in 0..<size {
      old[k] = values[k] - means[base + k]
      means[base + k] += old[k] * share
    }
    // The deviation from the new mean is a fixed part of that from the old.
    let rest = 1 - share
    guard rest > 0 else { return }
    for row in 0..<size {
      let deviation = old[row] * rest
      guard deviation != 0 else { continue }
      for column in row..<size { within[row * size + column] += deviation * old[column] }
    }
  }

  /// Adds the pupils of other sums of the same predictors (Chan, Golub and LeVeque 1979). O(schools × width²).
  public mutating func add(_ other: PupilSums) {
    precondition(other.width == width, "sums of the same predictors")
    let size = width + 1
    for k in within.indices { within[k] += other.within[k] }
    for (theirs, school) in other.schools.enumerated() {
      let position = self.position(school)
      let (mine, more) = (Double(counts[position]), Double(other.counts[theirs]))
      let base = position * size
      for k in 0..<size { old[k] = other.means[theirs * size + k] - means[base + k] }
      let weight = mine * more / (mine + more)
      for row in 0..<size {
        for column in row..<size { within[row * size + column] += weight * old[row] * old[column] }
      }
      for k in 0..<size { means[base + k] += old[k] * more / (mine + more) }
      counts[position] += other.counts[theirs]
      pupils += other.counts[theirs]
    }
  }

  /// Pupils of a school.
  public func pupils(of school: Int) -> Int { positions[school].map { counts[$0] } ?? 0 }

  private mutating func position(_ school: Int) -> Int {
    if let known = positions[school] { return known }
    positions[school] = schools.count
    schools.append(school)
    counts.append(0)
    means.append(contentsOf: repeatElement(0, count: width + 1))
    return schools.count - 1
  }
}
