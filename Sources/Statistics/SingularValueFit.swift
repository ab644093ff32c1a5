/// The shortest of the coefficients that fit a response best: Householder's reflections bring the design to a triangle,
/// Jacobi's rotations the triangle to its singular values.
///
/// Method: Golub & Van Loan, Matrix Computations, §5.2 and §8.6.
struct SingularValueFit {
  let coefficients: [Double]
  /// Singular values above a billionth of a thousandth of the largest.
  let rank: Int

  private static let smallest = 1e-12

  /// `design` row after row, at least as many rows as `width`. Nil where a number is not finite. O(rows × width²).
  init?(_ design: [Double], width: Int, response: [Double]) {
    var (design, response) = (design, response)
    Self.reflect(&design, width, &response)
    // Columns of the triangle times the rotations so far: singular values times left singular vectors in the end.
    var left = (0..<width).map { column in (0..<width).map { $0 <= column ? design[$0 * width + column] : 0 } }
    var right = (0..<width).map { column in (0..<width).map { $0 == column ? 1.0 : 0 } }
    // Rotations converge quadratically; thirty sweeps are far more than any small triangle needs.
    for _ in 0..<30 where !Self.sweep(&left, &right) {}
    let squares = left.map { Self.dot($0, $0) }
    guard let largest = squares.max(), largest.isFinite else { return nil }
    var coefficients = [Double](repeating: 0, count: width)
    var rank = 0
    for k in 0..<width where squares[k].squareRoot() > Self.smallest * largest.squareRoot() {
      rank += 1
      let along = Self.dot(left[k], Array(response.prefix(width))) / squares[k]
      for column in 0..<width { coefficients[column] += right[k][column] * along }
    }
    guard coefficients.allSatisfy(\.isFinite) else { return nil }
    (self.coefficients, self.rank) = (coefficients, rank)
  }

  /// Brings the design to an upper triangle, and turns the response with it.
  private static func reflect(_ design: inout [Double], _ width: Int, _ response: inout [Double]) {
    let rows = response.count
    for column in 0..<width where column + 1 < rows {
      var square = 0.0
      for row in column..<rows { square += design[row * width + column] * design[row * width + column] }
      let head = design[column * width + column]
      let length = head < 0 ? square.squareRoot() : -square.squareRoot()
      if length == 0 { continue }
      var mirror = (column..<rows).map { design[$0 * width + column] }
      mirror[0] = head - length
      let norm = -length * mirror[0]
      for other in column..<width {
        var sum = 0.0
        for row in column..<rows { sum += mirror[row - column] * design[row * width + other] }
        for row in column..<rows { design[row * width + other] -= sum / norm * mirror[row - column] }
      }
      var sum = 0.0
      for row in column..<rows { sum += mirror[row - column] * response[row] }
      for row in column..<rows { response[row] -= sum / norm * mirror[row - column] }
    }
  }

  /// Turns each pair of columns square to one another; true where all were.
  private static func sweep(_ left: inout [[Double]], _ right: inout [[Double]]) -> Bool {
    var isDone = true
    for first in left.indices {
      for second in left.indices where second > first {
        let (a, b) = (dot(left[first], left[first]), dot(left[second], left[second]))
        let both = dot(left[first], left[second])
        guard abs(both) > 1e-15 * (a * b).squareRoot() else { continue }
        isDone = false
        let ratio = (b - a) / (2 * both)
        let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (1 + ratio * ratio).squareRoot())
        let cosine = 1 / (1 + tangent * tangent).squareRoot()
        for k in left.indices {
          let (l, r) = ((left[first][k], left[second][k]), (right[first][k], right[second][k]))
          (left[first][k], left[second][k]) = (cosine * (l.0 - tangent * l.1), cosine * (tangent * l.0 + l.1))
          (right[first][k], right[second][k]) = (cosine * (r.0 - tangent * r.1), cosine * (tangent * r.0 + r.1))
        }
      }
    }
    return isDone
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for k in a.indices { sum += a[k] * b[k] }
    return sum
  }
}
