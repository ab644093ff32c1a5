import Foundation

/// A two-level random-intercept model: pupils in schools, `y = β₀ + x′β + u_school + e`.
///
/// Fitted by restricted (REML) or full (ML) maximum likelihood. For a given ratio θ of the two variances the fixed effects
/// and the pupil variance follow by generalised least squares, so that the likelihood is a function of θ alone; its
/// maximum is where the exact derivative is nought. Source: rulebook §3.2; Bates, Mächler, Bolker and Walker 2015,
/// Journal of Statistical Software 67, whose log-likelihood this is.
public struct TwoLevelModel: Sendable {
  public enum Method: String, Sendable, Codable { case reml, ml }

  public struct School: Hashable, Sendable {
    public let school: Int
    public let pupils: Int
    /// Shrunken residual: the conditional mean of the school's effect.
    public let residual: Double
    /// Its conditional standard error, the fixed effects taken as known.
    public let standardError: Double
  }

  /// The constant, then one a predictor, in order; 0 for a predictor that was dropped.
  public let coefficients: [Double]
  /// 0 for a predictor that was dropped.
  public let standardErrors: [Double]
  /// Positions of the predictors (from 0) that do not vary or that those before them determine.
  public let dropped: [Int]
  public let schoolVariance: Double
  public let pupilVariance: Double
  /// Of the REML criterion where fitted so.
  public let logLikelihood: Double
  /// In the order of the sums.
  public let schools: [School]
  public let pupils: Int

  /// Fits the model on sums. `schoolTerms` are further predictors, the same for all pupils of a school, which are known
  /// only when all pupils have been read: for each its values in the order of `sums.schools`.
  ///
  /// Nil where there are no more schools or pupils than coefficients, or where nothing is left unexplained.
  /// O(schools × predictors²) a step of the search, of which there are about fifteen.
  public init?(_ sums: PupilSums, schoolTerms: [[Double]] = [], method: Method = .reml) {
    guard sums.schools.count > 1, let data = CentredSums(sums, schoolTerms: schoolTerms),
      sums.pupils > data.kept.count + 1,
      let found = data.search(method)
    else { return nil }
    let width = sums.width + schoolTerms.count
    var coefficients = [Double](repeating: 0, count: width + 1)
    var errors = coefficients
    // Back from predictors about their means: the constant is that at nought.
    let size = data.kept.count + 1
    var shift = [Double](repeating: 0, count: size)
    shift[0] = 1
    for (k, predictor) in data.kept.enumerated() {
      shift[k + 1] = -data.grand[predictor]
      coefficients[predictor + 1] = found.beta[k + 1]
      errors[predictor + 1] = (found.pupilVariance * found.inverse[(k + 1) * size + k + 1]).squareRoot()
    }
    var variance = 0.0
    for row in 0..<size {
      coefficients[0] += shift[row] * found.beta[row]
      for column in 0..<size { variance += shift[row] * shift[column] * found.inverse[row * size + column] }
    }
    coefficients[0] += data.grand[width]
    errors[0] = (found.pupilVariance * variance).squareRoot()
    (self.coefficients, self.standardErrors) = (coefficients, errors)
    self.dropped = (0..<width).filter { !data.kept.contains($0) }
    self.pupilVariance = found.pupilVariance
    self.schoolVariance = found.ratio * found.pupilVariance
    self.logLikelihood = found.logLikelihood
    self.pupils = sums.pupils
    self.schools = sums.schools.indices.map { school in
      let n = Double(sums.counts[school])
      let scale = found.ratio / (1 + n * found.ratio)
      return School(
        school: sums.schools[school], pupils: sums.counts[school],
        residual: scale * n * data.residual(school, found.beta),
        standardError: (found.pupilVariance * scale).squareRoot())
    }
  }
}

/// Sums with the means of schools about those of all pupils, and without predictors that say nothing new.
private struct CentredSums {
  let counts: [Double]
  let pupils: Double
  /// Positions of the predictors that are used.
  let kept: [Int]
  /// Mean of every predictor, then of the response.
  let grand: [Double]
  /// A school: 1, the used predictors, the response, about their means.
  private let means: [Double]
  /// Products within schools of the same, both triangles.
  private let within: [Double]
  private var size: Int { kept.count + 2 }

  init?(_ sums: PupilSums, schoolTerms: [[Double]]) {
    precondition(schoolTerms.allSatisfy { $0.count == sums.schools.count }, "one value a school")
    let (inner, width) = (sums.width, sums.width + schoolTerms.count)
    let schools = sums.schools.count
    counts = sums.counts.map(Double.init)
    pupils = Double(sums.pupils)
    func mean(_ school: Int, _ column: Int) -> Double {
      if column < inner { return sums.means[school * (inner + 1) + column] }
      return column < width ? schoolTerms[column - inner][school] : sums.means[school * (inner + 1) + inner]
    }
    func product(_ row: Int, _ column: Int) -> Double {
      let (row, column) = (
        row == width ? inner : row < inner ? row : -1, column == width ? inner : column < inner ? column : -1
      )
      return row < 0 || column < 0 ? 0 : sums.within[min(row, column) * (inner + 1) + max(row, column)]
    }
    var grand = [Double](repeating: 0, count: width + 1)
    for column in 0...width {
      for school in 0..<schools { grand[column] += counts[school] * mean(school, column) }
      grand[column] /= pupils
    }
    var all = [Double](repeating: 0, count: (width + 1) * (width + 1))
    for row in 0...width {
      for column in row...width {
        var total = product(row, column)
        for school in 0..<schools {
          total += counts[school] * (mean(school, row) - grand[row]) * (mean(school, column) - grand[column])
        }
        (all[row * (width + 1) + column], all[column * (width + 1) + row]) = (total, total)
      }
    }
    let used = Self.independent(all, width: width)
    let columns = used + [width]
    let size = columns.count + 1
    var means = [Double](repeating: 0, count: schools * size)
    for school in 0..<schools {
      means[school * size] = 1
      for (k, column) in columns.enumerated() { means[school * size + k + 1] = mean(school, column) - grand[column] }
    }
    var within = [Double](repeating: 0, count: size * size)
    for (r, row) in columns.enumerated() {
      for (c, column) in columns.enumerated() { within[(r + 1) * size + c + 1] = product(row, column) }
    }
    guard all[(width + 1) * (width + 1) - 1] > 0 else { return nil }
    (self.kept, self.grand, self.means, self.within) = (used, grand, means, within)
  }

  /// Predictors of which those before leave more than a millionth of the standard deviation unexplained.
  private static func independent(_ products: [Double], width: Int) -> [Int] {
    let size = width + 1
    var left = products
    return (0..<width).filter { pivot in
      let remaining = left[pivot * size + pivot]
      guard remaining > 1e-12 * products[pivot * size + pivot], remaining > 0 else { return false }
      for row in (pivot + 1)..<size {
        let factor = left[row * size + pivot] / remaining
        for column in (pivot + 1)..<size { left[row * size + column] -= factor * left[pivot * size + column] }
      }
      return true
    }
  }

  struct Fit {
    var ratio: Double
    /// The constant at the means, then the used predictors.
    var beta: [Double]
    var inverse: [Double]
    var pupilVariance: Double
    var logLikelihood: Double
    /// Of −2 log-likelihood by the ratio.
    var slope: Double
  }

  /// Mean residual of a school.
  func residual(_ school: Int, _ beta: [Double]) -> Double {
    let base = school * size
    var value = means[base + size - 1]
    for k in beta.indices { value -= means[base + k] * beta[k] }
    return value
  }

  private func fit(_ ratio: Double, _ method: TwoLevelModel.Method) -> Fit? {
    var products = within
    var logs = 0.0
    var slope = 0.0
    for school in counts.indices {
      let n = counts[school]
      let scale = 1 + n * ratio
      let weight = n / scale
      logs += log(scale)
      slope += weight
      let base = school * size
      for row in 0..<size {
        let value = weight * means[base + row]
        for column in row..<size { products[row * size + column] += value * means[base + column] }
      }
    }
    let p = size - 1
    var matrix = [Double](repeating: 0, count: p * p)
    for row in 0..<p {
      for column in row..<p {
        (matrix[row * p + column], matrix[column * p + row]) = (
          products[row * size + column], products[row * size + column]
        )
      }
    }
    guard let inverse = PositiveDefiniteInverse(matrix, width: p) else { return nil }
    var beta = [Double](repeating: 0, count: p)
    for row in 0..<p {
      for column in 0..<p { beta[row] += inverse.values[row * p + column] * products[column * size + p] }
    }
    var unexplained = products[p * size + p]
    for k in 0..<p { unexplained -= beta[k] * products[k * size + p] }
    guard unexplained > 1e-12 * products[p * size + p] else { return nil }
    let freedom = method == .reml ? pupils - Double(p) : pupils
    var unexplainedSlope = 0.0
    for school in counts.indices {
      let n = counts[school]
      let change = (n / (1 + n * ratio)) * (n / (1 + n * ratio))
      let r = residual(school, beta)
      unexplainedSlope -= change * r * r
      guard method == .reml else { continue }
      let base = school * size
      var form = 0.0
      for row in 0..<p {
        var line = 0.0
        for column in 0..<p { line += inverse.values[row * p + column] * means[base + column] }
        form += line * means[base + row]
      }
      slope -= change * form
    }
    let variance = unexplained / freedom
    var deviance = freedom * (log(2 * Double.pi * variance) + 1) + logs
    if method == .reml { deviance += inverse.logDeterminant }
    return Fit(
      ratio: ratio, beta: beta, inverse: inverse.values, pupilVariance: variance, logLikelihood: -deviance / 2,
      slope: slope + freedom * unexplainedSlope / unexplained)
  }

  /// The fit at which the likelihood is greatest: at ratio 0 where it falls from there, else where its slope is nought,
  /// by false position with the retained end halved (Illinois), which ends at the precision of the numbers.
  func search(_ method: TwoLevelModel.Method) -> Fit? {
    guard let none = fit(0, method) else { return nil }
    guard none.slope < 0 else { return none }
    var (low, lowSlope) = (0.0, none.slope)
    var high = 1e-3
    guard var best = fit(high, method) else { return nil }
    while best.slope < 0 {
      (low, lowSlope) = (high, best.slope)
      high *= 4
      guard high < 1e12, let next = fit(high, method) else { return nil }
      best = next
    }
    var highSlope = best.slope
    for _ in 0..<200 where highSlope > 0 {
      var middle = high - highSlope * (high - low) / (highSlope - lowSlope)
      if !(middle > low && middle < high) { middle = (low + high) / 2 }
      guard middle > low, middle < high, let next = fit(middle, method) else { break }
      best = next
      if next.slope == 0 || high - low < 1e-13 * high { break }
      if next.slope < 0 {
        (low, lowSlope, highSlope) = (middle, next.slope, highSlope / 2)
      } else {
        (high, highSlope, lowSlope) = (middle, next.slope, lowSlope / 2)
      }
      if abs(next.slope) * next.ratio < 1e-11 { break }
    }
    return best
  }
}
