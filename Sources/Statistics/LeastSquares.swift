import Foundation

/// A weighted least-squares fit of a response on predictors.
///
/// Solved by singular values, so that a predictor without spread does no harm, on rows scaled by the square root of
/// their weights.
public struct LeastSquares: Sendable {
  /// In the order of the predictors as given; include a column of ones for an intercept.
  public let coefficients: [Double]
  /// 1 − weighted residual sum of squares ÷ weighted sum of squares about the weighted mean; 0 where the response
  /// does not vary.
  public let rSquared: Double
  /// Square root of the weighted residual sum of squares over the degrees of freedom.
  public let residualStandardError: Double
  public let rows: Int
  /// Rank of the design: fewer than the predictors where some say the same thing.
  public let rank: Int

  /// Fits `response` on `predictors` (row after row, `width` numbers each).
  ///
  /// Nil where there are fewer rows than predictors or a number is not finite. Weights are positive. O(rows × width²).
  public init?(predictors: [Double], width: Int, response: [Double], weights: [Double]) {
    let rows = response.count
    precondition(
      predictors.count == rows * width && weights.count == rows, "one row of predictors and one weight a response")
    guard width > 0, rows >= width else { return nil }
    var design = predictors
    var solution = response
    for row in 0..<rows {
      let scale = weights[row].squareRoot()
      for column in 0..<width { design[row * width + column] *= scale }
      solution[row] *= scale
    }
    guard let fit = SingularValueFit(design, width: width, response: solution) else { return nil }
    let (coefficients, rank) = (fit.coefficients, fit.rank)
    var total = 0.0
    var weight = 0.0
    for row in 0..<rows { (total, weight) = (total + weights[row] * response[row], weight + weights[row]) }
    let mean = total / weight
    var unexplained = 0.0
    var all = 0.0
    for row in 0..<rows {
      var fitted = 0.0
      for column in 0..<width { fitted += predictors[row * width + column] * coefficients[column] }
      unexplained += weights[row] * (response[row] - fitted) * (response[row] - fitted)
      all += weights[row] * (response[row] - mean) * (response[row] - mean)
    }
    self.coefficients = coefficients
    self.rSquared = all > 0 ? 1 - unexplained / all : 0
    self.rank = rank
    self.residualStandardError = rows > rank ? (unexplained / Double(rows - rank)).squareRoot() : 0
    self.rows = rows
  }

  /// The fitted value for one row of predictors.
  public func value(_ predictors: [Double]) -> Double {
    zip(predictors, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// The inverse of a symmetric positive definite matrix and the logarithm of its determinant, by Cholesky's factor of the
/// matrix scaled to a diagonal of ones. Nil where the matrix is not positive definite. O(width³).
struct PositiveDefiniteInverse {
  /// Row after row, both triangles.
  let values: [Double]
  let logDeterminant: Double

  init?(_ matrix: [Double], width: Int) {
    precondition(matrix.count == width * width, "a square matrix")
    var scale = [Double](repeating: 0, count: width)
    for k in 0..<width {
      guard matrix[k * width + k] > 0 else { return nil }
      scale[k] = 1 / matrix[k * width + k].squareRoot()
    }
    // The lower triangle L of L·Lᵀ, and then its inverse, column after column.
    var factor = [Double](repeating: 0, count: width * width)
    var logDeterminant = 0.0
    for row in 0..<width {
      for column in 0...row {
        var sum = matrix[row * width + column] * scale[row] * scale[column]
        for k in 0..<column { sum -= factor[row * width + k] * factor[column * width + k] }
        if row > column {
          factor[row * width + column] = sum / factor[column * width + column]
        } else {
          guard sum > 0, sum.isFinite else { return nil }
          factor[row * width + row] = sum.squareRoot()
          logDeterminant += log(sum) - 2 * log(scale[row])
        }
      }
    }
    var inverse = [Double](repeating: 0, count: width * width)
    for column in 0..<width {
      inverse[column * width + column] = 1 / factor[column * width + column]
      for row in (column + 1)..<max(width, column + 1) {
        var sum = 0.0
        for k in column..<row { sum -= factor[row * width + k] * inverse[k * width + column] }
        inverse[row * width + column] = sum / factor[row * width + row]
      }
    }
    var values = [Double](repeating: 0, count: width * width)
    for row in 0..<width {
      for column in row..<width {
        var sum = 0.0
        for k in column..<width { sum += inverse[k * width + row] * inverse[k * width + column] }
        sum *= scale[row] * scale[column]
        (values[row * width + column], values[column * width + row]) = (sum, sum)
      }
    }
    (self.values, self.logDeterminant) = (values, logDeterminant)
  }
}
