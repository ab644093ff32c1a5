import Testing

@testable import Statistics

@Suite("Weighted least squares")
struct LeastSquaresTests {
  /// Longley's data, whose certified fit the NIST Statistical Reference Datasets publish.
  @Test("Longley's regression has the certified coefficients")
  func longley() throws {
    let y: [Double] = [
      60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551,
    ]
    let x: [[Double]] = [
      [83.0, 234289, 2356, 1590, 107608, 1947], [88.5, 259426, 2325, 1456, 108632, 1948],
      [88.2, 258054, 3682, 1616, 109773, 1949],
      [89.5, 284599, 3351, 1650, 110929, 1950], [96.2, 328975, 2099, 3099, 112075, 1951],
      [98.1, 346999, 1932, 3594, 113270, 1952],
      [99.0, 365385, 1870, 3547, 115094, 1953], [100.0, 363112, 3578, 3350, 116219, 1954],
      [101.2, 397469, 2904, 3048, 117388, 1955],
      [104.6, 419180, 2822, 2857, 118734, 1956], [108.4, 442769, 2936, 2798, 120445, 1957],
      [110.8, 444546, 4681, 2637, 121950, 1958],
      [112.6, 482704, 3813, 2552, 123366, 1959], [114.2, 502601, 3931, 2514, 125368, 1960],
      [115.7, 518173, 4806, 2572, 127852, 1961],
      [116.9, 554894, 4007, 2827, 130081, 1962],
    ]
    let fit = try #require(
      LeastSquares(predictors: x.flatMap { [1] + $0 }, width: 7, response: y, weights: Array(repeating: 1, count: 16)))
    let certified = [
      -3482258.63459582, 15.0618722713733, -0.358191792925910e-1, -2.02022980381683, -1.03322686717359,
      -0.511041056535807e-1,
      1829.15146461355,
    ]
    for (found, expected) in zip(fit.coefficients, certified) { #expect(abs(found / expected - 1) < 1e-6) }
    #expect(abs(fit.rSquared - 0.995479004577296) < 1e-9)
    #expect(abs(fit.residualStandardError - 304.854073561965) < 1e-4)
    #expect(fit.rank == 7)
  }

  /// Expected values worked out by numpy's `linalg.lstsq` on rows scaled by the root of their weights.
  @Test("a fit weighted by cohort agrees with numpy's")
  func weighted() throws {
    let rows: [[Double]] = [
      [14.2, 8, 60], [15.1, 22, 31], [16.0, 12, 45], [15.5, 35, 28], [14.8, 5, 90], [16.4, 18, 30], [15.9, 41, 55],
      [14.1, 27, 12],
    ]
    let fit = try #require(
      LeastSquares(
        predictors: rows.flatMap { [1] + $0 }, width: 4, response: [71.7, 64.5, 80, 57.1, 75.6, 78.3, 60, 50],
        weights: [60, 31, 45, 28, 90, 30, 55, 12]))
    for (found, expected) in zip(
      fit.coefficients, [-35.603491672472465, 7.632078520150795, -0.7020034342432744, 0.03425518222790683])
    {
      #expect(abs(found - expected) < 1e-9)
    }
    #expect(abs(fit.rSquared - 0.9652666964606086) < 1e-12)
    #expect(abs(fit.residualStandardError - 14.868363498404122) < 1e-9)
  }

  @Test("a predictor that says nothing new does no harm, and too few rows give no fit")
  func degenerate() throws {
    let fit = try #require(
      LeastSquares(
        predictors: [1, 2, 0, 1, 3, 0, 1, 4, 0, 1, 5, 0], width: 3, response: [5, 7, 9, 11], weights: [1, 2, 3, 4]))
    #expect(fit.rank == 2)
    #expect(abs(fit.value([1, 10, 0]) - 21) < 1e-9)
    #expect(LeastSquares(predictors: [1, 2], width: 2, response: [5], weights: [1]) == nil)
  }

  @Test("the upper quartile is that of type 7")
  func upperQuartileOfResiduals() {
    #expect(upperQuartile([81, 64, 66, 67, 68, 70, 71, 72, 72, 74, 75, 78]) == 74.25)
    #expect(upperQuartile([]) == nil)
    #expect(upperQuartile([5]) == 5)
  }

  @Test("Hilbert's matrix has the inverse and determinant that are known exactly")
  func inverse() throws {
    let width = 4
    let hilbert = (0..<width).flatMap { row in (0..<width).map { 1 / Double(row + $0 + 1) } }
    let inverse = try #require(PositiveDefiniteInverse(hilbert, width: width))
    let exact: [Double] = [
      16, -120, 240, -140, -120, 1200, -2700, 1680, 240, -2700, 6480, -4200, -140, 1680, -4200, 2800,
    ]
    for (found, expected) in zip(inverse.values, exact) { #expect(abs(found / expected - 1) < 1e-10) }
    #expect(abs(inverse.logDeterminant - (-15.615238196841506)) < 1e-9)
    #expect(PositiveDefiniteInverse([1, 2, 2, 1], width: 2) == nil)
  }
}
