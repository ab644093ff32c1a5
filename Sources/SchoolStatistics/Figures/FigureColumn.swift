/// A column of figures, packed: two bytes a figure while all are small whole numbers, four while all are whole, eight
/// once a decimal comes.
///
/// Decimals are kept to the millionth, which takes the noise out of spreadsheet numbers
/// (95.69999999999999 is 95.7). Appending is amortised O(1); a change of width is O(n).
public struct FigureColumn: Sendable {
  @usableFromInline enum Width: Sendable { case small, whole, decimal }

  @usableFromInline var width = Width.small
  /// The one of the three that has the width holds all figures. The lowest values stand for missing figures.
  @usableFromInline var small: [Int16] = []
  @usableFromInline var whole: [Int32] = []
  @usableFromInline var millionths: [Int64] = []

  public init() {}

  /// One missing figure at every row.
  public init(missing reason: MissingReason, count: Int) {
    small = Array(repeating: .min + Int16(reason.rawValue), count: count)
  }

  @inlinable public var count: Int {
    switch width {
    case .small: small.count
    case .whole: whole.count
    case .decimal: millionths.count
    }
  }

  public mutating func reserveCapacity(_ n: Int) {
    switch width {
    case .small: small.reserveCapacity(n)
    case .whole: whole.reserveCapacity(n)
    case .decimal: millionths.reserveCapacity(n)
    }
  }

  /// Appends a whole number.
  @inlinable public mutating func append(count value: Int) {
    if width == .small {
      if let packed = Int16(exactly: value), !Self.isMissing(packed) {
        small.append(packed)
        return
      }
      widen(to: .whole)
    }
    if width == .whole {
      if let packed = Int32(exactly: value), !Self.isMissing(packed) {
        whole.append(packed)
        return
      }
      widen(to: .decimal)
    }
    millionths.append(Int64(value) * 1_000_000)
  }

  /// Appends whole numbers; a negative one is a missing figure, minus the raw value of its reason.
  ///
  /// Many are appended at once, without a branch for each.
  public mutating func append(counts numbers: [Int32]) {
    if width == .small && numbers.contains(where: { $0 > Int16.max }) { widen(to: .whole) }
    switch width {
    case .small:
      small.append(addingCapacity: numbers.count) { packed in
        for number in numbers {
          packed.append(Int16(truncatingIfNeeded: number >= 0 ? number : Int32(Int16.min) &- number))
        }
      }
    case .whole:
      whole.append(addingCapacity: numbers.count) { packed in
        for number in numbers { packed.append(number >= 0 ? number : .min &- number) }
      }
    case .decimal:
      millionths += numbers.lazy.map { $0 >= 0 ? Int64($0) * 1_000_000 : .min - Int64($0) }
    }
  }

  /// Appends a decimal given in millionths.
  @inlinable public mutating func append(millionths value: Int64) {
    if width != .decimal {
      if value % 1_000_000 == 0 {
        append(count: Int(value / 1_000_000))
        return
      }
      widen(to: .decimal)
    }
    millionths.append(value)
  }

  @inlinable public mutating func append(missing reason: MissingReason) {
    switch width {
    case .small: small.append(.min + Int16(reason.rawValue))
    case .whole: whole.append(.min + Int32(reason.rawValue))
    case .decimal: millionths.append(.min + Int64(reason.rawValue))
    }
  }

  /// Takes a figure out. O(1).
  package mutating func remove(at row: Int, for reason: MissingReason) {
    switch width {
    case .small: small[row] = .min + Int16(reason.rawValue)
    case .whole: whole[row] = .min + Int32(reason.rawValue)
    case .decimal: millionths[row] = .min + Int64(reason.rawValue)
    }
  }

  public mutating func append(contentsOf other: FigureColumn) {
    if other.width != width {
      let wider = width == .decimal || other.width == .decimal ? Width.decimal : .whole
      widen(to: wider)
      var other = other
      other.widen(to: wider)
      append(contentsOf: other)
      return
    }
    switch width {
    case .small: small += other.small
    case .whole: whole += other.whole
    case .decimal: millionths += other.millionths
    }
  }

  public subscript(row: Int) -> Figure {
    if let reason = reason(at: row) { return .missing(reason) }
    return .value(width == .decimal ? Rational(millionths: millionths[row]) : Rational(count(at: row)!))
  }

  /// The whole number at a row, or nil where it is missing or not whole. O(1), no allocation.
  @inlinable public func count(at row: Int) -> Int? {
    switch width {
    case .small: return Self.isMissing(small[row]) ? nil : Int(small[row])
    case .whole: return Self.isMissing(whole[row]) ? nil : Int(whole[row])
    case .decimal:
      let packed = millionths[row]
      return Self.isMissing(packed) || packed % 1_000_000 != 0 ? nil : Int(packed / 1_000_000)
    }
  }

  /// The figure at a row in millionths, or nil where it is missing. O(1), no allocation.
  @inlinable public func millionths(at row: Int) -> Int64? {
    switch width {
    case .small: Self.isMissing(small[row]) ? nil : Int64(small[row]) * 1_000_000
    case .whole: Self.isMissing(whole[row]) ? nil : Int64(whole[row]) * 1_000_000
    case .decimal: Self.isMissing(millionths[row]) ? nil : millionths[row]
    }
  }

  /// Why the figure at a row is missing, or nil where it is there. O(1), no allocation.
  @inlinable public func reason(at row: Int) -> MissingReason? {
    switch width {
    case .small: Self.reason(small[row])
    case .whole: Self.reason(whole[row])
    case .decimal: Self.reason(millionths[row])
    }
  }

  /// Whether some figure is above that of another column at the same row, where both are there. O(n), many rows at once
  /// where both columns are of one width. Precondition: both have as many rows.
  public func isAbove(_ other: FigureColumn) -> Bool {
    switch (width, other.width) {
    case (.small, .small): Self.isAbove(small, other.small)
    case (.whole, .whole): Self.isAbove(whole, other.whole)
    case (.decimal, .decimal): Self.isAbove(millionths, other.millionths)
    default:
      (0..<count).contains { row in
        guard let own = millionths(at: row), let others = other.millionths(at: row) else { return false }
        return own > others
      }
    }
  }

  private static func isAbove<Packed: FixedWidthInteger>(_ a: [Packed], _ b: [Packed]) -> Bool {
    precondition(a.count == b.count, "columns of one table have as many rows")
    var found: Packed = 0
    // No branch, so that the compiler compares many rows at once; a missing figure is below all others.
    for row in a.indices { found |= a[row] > b[row] && !isMissing(b[row]) ? 1 : 0 }
    return found != 0
  }

  /// Totals that their parts do not make, among rows that come in turns: one of a total, then those of its `parts`.
  ///
  /// Parts may be fewer than the total unless `isComplete`; where a figure is missing nothing can be said. O(n).
  /// Precondition: the figures are whole numbers.
  public func totals(_ rows: [Int32], of parts: Int, isComplete: Bool) -> [(row: Int, total: Int, sum: Int)] {
    switch width {
    case .small: Self.totals(small, rows, of: parts, isComplete)
    case .whole: Self.totals(whole, rows, of: parts, isComplete)
    case .decimal:
      Self.totals(millionths, rows, of: parts, isComplete).map { ($0.row, $0.total / 1_000_000, $0.sum / 1_000_000) }
    }
  }

  private static func totals<Packed: FixedWidthInteger>(
    _ packed: [Packed], _ rows: [Int32], of parts: Int, _ isComplete: Bool
  ) -> [(row: Int, total: Int, sum: Int)] {
    var found: [(row: Int, total: Int, sum: Int)] = []
    for first in stride(from: 0, to: rows.count, by: parts + 1) {
      let total = packed[Int(rows[first])]
      var sum = 0
      var smallest = total
      for part in first + 1...first + parts {
        let figure = packed[Int(rows[part])]
        smallest = min(smallest, figure)
        sum &+= Int(figure)
      }
      if sum > Int(total) || isComplete && sum != Int(total), !isMissing(smallest) {
        found.append((Int(rows[first]), Int(total), sum))
      }
    }
    return found
  }

  /// Makes room for larger figures or decimals. Does nothing where there is room.
  @usableFromInline mutating func widen(to wider: Width) {
    if width == .small && wider != .small {
      whole = small.map { Self.reason($0).map { .min + Int32($0.rawValue) } ?? Int32($0) }
      (small, width) = ([], .whole)
    }
    if width == .whole && wider == .decimal {
      millionths = whole.map { Self.reason($0).map { .min + Int64($0.rawValue) } ?? Int64($0) * 1_000_000 }
      (whole, width) = ([], .decimal)
    }
  }

  @inlinable static func isMissing<Packed: FixedWidthInteger>(_ packed: Packed) -> Bool { packed < Packed.min + 256 }

  @inlinable static func reason<Packed: FixedWidthInteger>(_ packed: Packed) -> MissingReason? {
    isMissing(packed) ? MissingReason(rawValue: UInt8(truncatingIfNeeded: packed &- .min)) ?? .unreadable : nil
  }
}
