import Testing

@testable import Statistics

@Suite("Nearest points")
struct NearestPointsTests {
  /// Whole coordinates on a small grid, so that there are many ties.
  private func points(_ count: Int, grid: UInt64, dimensions: Int) -> [SIMD8<Double>] {
    var state: UInt64 = 20_090_901
    return (0..<count).map { _ in
      var point = SIMD8<Double>.zero
      for lane in 0..<dimensions {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        point[lane] = Double((state >> 33) % grid)
      }
      return point
    }
  }

  /// Every other point, by distance and then index: what the tree must agree with.
  private func bruteForce(_ points: [SIMD8<Double>], _ index: Int, _ count: Int) -> [NearestPoints.Neighbour] {
    points.indices.filter { $0 != index }.map { other in
      let difference = points[other] - points[index]
      return NearestPoints.Neighbour(point: Int32(other), squaredDistance: (difference * difference).sum())
    }.sorted { ($0.squaredDistance, $0.point) < ($1.squaredDistance, $1.point) }.prefix(count).map { $0 }
  }

  @Test(
    "the tree finds what comparing with every point finds, ties and all",
    arguments: [
      (700, 1, 6 as UInt64, 5), (700, 5, 12, 50), (400, 3, 1_000_000, 50), (30, 5, 10, 50), (2, 2, 9, 50),
      (1, 1, 9, 50), (90, 2, 1, 10),
    ])
  func agrees(count: Int, dimensions: Int, grid: UInt64, wanted: Int) {
    let points = points(count, grid: grid, dimensions: dimensions)
    let tree = NearestPoints(points)
    for index in points.indices {
      #expect(tree.nearest(wanted, to: index, at: points[index]) == bruteForce(points, index, wanted))
    }
  }

  @Test("no points have no neighbours")
  func none() {
    #expect(NearestPoints([]).nearest(5, to: 0, at: .zero).isEmpty)
  }
}
