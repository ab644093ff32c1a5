/// The nearest points to each of a set of points in up to eight dimensions, exactly.
///
/// A k-d tree whose leaves hold a few dozen points with their bounding box. A box is passed over only when it is
/// strictly farther than the worst neighbour kept, and box distances are computed with the operations of point
/// distances, so that rounding cannot hide a tie. Neighbours come in order of distance, then of index.
/// Building is O(n log² n); a query among n points in few dimensions looks at some hundreds of them.
public struct NearestPoints: Sendable {
  /// A neighbour: which point, and its squared distance.
  public struct Neighbour: Hashable, Sendable {
    public var point: Int32
    public var squaredDistance: Double
    public init(point: Int32, squaredDistance: Double) { (self.point, self.squaredDistance) = (point, squaredDistance) }
    /// Nearer first; at the same distance the lower index first.
    static func precedes(_ a: Self, _ b: Self) -> Bool {
      a.squaredDistance < b.squaredDistance || (a.squaredDistance == b.squaredDistance && a.point < b.point)
    }
  }

  private struct Node {
    var lower: SIMD8<Double>
    var upper: SIMD8<Double>
    var first: Int32
    var end: Int32
    /// Index of the left child; the right one follows the left's subtree. Zero in leaves.
    var left: Int32 = 0
    var right: Int32 = 0
  }

  private static let leafSize = 24
  /// The points in tree order, and the index that each had when given.
  private var points: [SIMD8<Double>]
  private var order: [Int32]
  private var nodes: [Node] = []

  /// Unused dimensions are zero in every point.
  public init(_ given: [SIMD8<Double>]) {
    points = given
    order = given.indices.map { Int32(clamping: $0) }
    if !given.isEmpty { _ = build(given, 0, given.count) }
    points = order.map { given[Int($0)] }
  }

  private mutating func build(_ given: [SIMD8<Double>], _ first: Int, _ end: Int) -> Int32 {
    var lower = given[Int(order[first])]
    var upper = lower
    for position in first..<end {
      let point = given[Int(order[position])]
      lower = pointwiseMin(lower, point)
      upper = pointwiseMax(upper, point)
    }
    let index = nodes.count
    nodes.append(Node(lower: lower, upper: upper, first: Int32(clamping: first), end: Int32(clamping: end)))
    let spread = upper - lower
    let widest = spread.max()
    if end - first > Self.leafSize && widest > 0 {
      let axis = (0..<8).first { spread[$0] == widest }!
      let middle = (first + end) / 2
      order[first..<end].sort { (given[Int($0)][axis], $0) < (given[Int($1)][axis], $1) }
      nodes[index].left = build(given, first, middle)
      nodes[index].right = build(given, middle, end)
    }
    return Int32(clamping: index)
  }

  private static func squaredDistance(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> Double {
    let difference = a - b
    return (difference * difference).sum()
  }

  private static func squaredDistance(_ point: SIMD8<Double>, to node: Node) -> Double {
    let outside = pointwiseMax(pointwiseMax(node.lower - point, point - node.upper), .zero)
    return (outside * outside).sum()
  }

  /// The `count` nearest other points to the point given at `index`; fewer where there are fewer.
  public func nearest(_ count: Int, to index: Int, at point: SIMD8<Double>) -> [Neighbour] {
    var kept: [Neighbour] = []
    kept.reserveCapacity(count + 1)
    guard count > 0, !nodes.isEmpty else { return kept }
    search(0, point, Int32(clamping: index), count, &kept)
    return kept
  }

  private func search(_ at: Int32, _ point: SIMD8<Double>, _ itself: Int32, _ count: Int, _ kept: inout [Neighbour]) {
    let node = nodes[Int(at)]
    if node.left == 0 {
      for position in Int(node.first)..<Int(node.end) {
        let distance = Self.squaredDistance(points[position], point)
        if kept.count == count && distance > kept[count - 1].squaredDistance { continue }
        let candidate = Neighbour(point: order[position], squaredDistance: distance)
        if candidate.point != itself { Self.insert(candidate, count, &kept) }
      }
      return
    }
    let left = Self.squaredDistance(point, to: nodes[Int(node.left)])
    let right = Self.squaredDistance(point, to: nodes[Int(node.right)])
    let (near, nearDistance, far, farDistance) =
      left <= right ? (node.left, left, node.right, right) : (node.right, right, node.left, left)
    if kept.count < count || nearDistance <= kept[count - 1].squaredDistance {
      search(near, point, itself, count, &kept)
    }
    if kept.count < count || farDistance <= kept[count - 1].squaredDistance { search(far, point, itself, count, &kept) }
  }

  /// Puts a candidate in its place among those kept and drops the last one past `count`.
  private static func insert(_ candidate: Neighbour, _ count: Int, _ kept: inout [Neighbour]) {
    if kept.count == count {
      if !Neighbour.precedes(candidate, kept[count - 1]) { return }
      kept.removeLast()
    }
    var position = kept.count
    kept.append(candidate)
    while position > 0 && Neighbour.precedes(candidate, kept[position - 1]) {
      kept[position] = kept[position - 1]
      position -= 1
    }
    kept[position] = candidate
  }
}
