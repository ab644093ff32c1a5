import CLAPACK
import Foundation

/// A weighted least-squares fit of a response on predictors.
///
/// Solved by LAPACK's `dgelsd` (singular values, so that a predictor without spread does no harm) on rows scaled by
/// the square root of their weights.
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
  /// Nil where there are fewer rows than predictors or the library does not converge. Weights are positive. O(rows × width²).
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
    var singularValues = [Double](repeating: 0, count: width)
    var rank: Int32 = 0
    let status = unsafe LAPACKE_dgelsd(
      LAPACK_ROW_MAJOR, Int32(clamping: rows), Int32(clamping: width), 1, &design, Int32(clamping: width), &solution, 1,
      &singularValues, 1e-12, &rank
    )
    guard status == 0 else { return nil }

    let coefficients = Array(solution.prefix(width))
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
    self.rank = Int(rank)
    self.residualStandardError = rows > Int(rank) ? (unexplained / Double(rows - Int(rank))).squareRoot() : 0
    self.rows = rows
  }

  /// The fitted value for one row of predictors.
  public func value(_ predictors: [Double]) -> Double {
    zip(predictors, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// The inverse of a symmetric positive definite matrix and the logarithm of its determinant, by LAPACK's `dpotrf` and
/// `dpotri` on the matrix scaled to a diagonal of ones. Nil where the matrix is not positive definite. O(width³).
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
    var factor = matrix
    for row in 0..<width { for column in 0..<width { factor[row * width + column] *= scale[row] * scale[column] } }
    let n = Int32(clamping: width)
    guard unsafe LAPACKE_dpotrf(LAPACK_ROW_MAJOR, CChar(UInt8(ascii: "U")), n, &factor, n) == 0 else { return nil }
    var logDeterminant = 0.0
    for k in 0..<width {
      let pivot = factor[k * width + k]
      guard pivot > 0, pivot.isFinite else { return nil }
      logDeterminant += 2 * log(pivot / scale[k])
    }
    guard unsafe LAPACKE_dpotri(LAPACK_ROW_MAJOR, CChar(UInt8(ascii: "U")), n, &factor, n) == 0 else { return nil }
    for row in 0..<width {
      for column in row..<width {
        let value = factor[row * width + column] * scale[row] * scale[column]
        (factor[row * width + column], factor[column * width + row]) = (value, value)
      }
    }
    (self.values, self.logDeterminant) = (factor, logDeterminant)
  }
}
