/// A column of figures, packed: four bytes a figure while all are whole numbers, eight once a decimal comes.
///
/// Decimals are kept to the millionth, which takes the noise out of spreadsheet numbers
/// (95.69999999999999 is 95.7). Appending is amortised O(1); the one change of width is O(n).
public struct FigureColumn: Sendable {
  @usableFromInline var counts: [Int32] = []
  @usableFromInline var millionths: [Int64] = []
  @usableFromInline var isWide = false

  public init() {}

  @inlinable public var count: Int { isWide ? millionths.count : counts.count }

  public mutating func reserveCapacity(_ n: Int) {
    if isWide { millionths.reserveCapacity(n) } else { counts.reserveCapacity(n) }
  }

  /// Appends a whole number.
  @inlinable public mutating func append(count value: Int) {
    if !isWide {
      if value.magnitude < 0x7fff_0000 { counts.append(Int32(value)); return }
      widen()
    }
    millionths.append(Int64(value) * 1_000_000)
  }

  /// Appends whole numbers, none of them negative. As quick as copying them.
  public mutating func append(counts numbers: [Int32]) {
    if !isWide && numbers.allSatisfy({ $0 < 0x7fff_0000 }) {
      counts += numbers
    } else {
      for number in numbers { append(count: Int(number)) }
    }
  }

  /// Appends a decimal given in millionths.
  @inlinable public mutating func append(millionths value: Int64) {
    if !isWide {
      if value % 1_000_000 == 0 { append(count: Int(value / 1_000_000)); return }
      widen()
    }
    millionths.append(value)
  }

  @inlinable public mutating func append(missing reason: MissingReason) {
    if isWide { millionths.append(.min + Int64(reason.rawValue)) } else { counts.append(.min + Int32(reason.rawValue)) }
  }

  public mutating func append(contentsOf other: FigureColumn) {
    if !isWide && !other.isWide { counts += other.counts; return }
    if !isWide { widen() }
    if other.isWide { millionths += other.millionths } else { millionths += other.counts.map(Self.wide) }
  }

  @inlinable public subscript(row: Int) -> Figure {
    if isWide {
      let packed = millionths[row]
      if let reason = Self.reason(packed) { return .missing(reason) }
      return .value(Rational(millionths: packed))
    }
    let packed = counts[row]
    if packed < .min + 256 { return .missing(Self.reason(packed)) }
    return .value(Rational(Int64(packed), 1))
  }

  /// The whole number at a row, or nil where it is missing or not whole. O(1), no allocation.
  @inlinable public func count(at row: Int) -> Int? {
    if isWide {
      let packed = millionths[row]
      return packed < .min + 256 || packed % 1_000_000 != 0 ? nil : Int(packed / 1_000_000)
    }
    let packed = counts[row]
    return packed < .min + 256 ? nil : Int(packed)
  }

  /// The figure at a row in millionths, or nil where it is missing. O(1), no allocation.
  @inlinable public func millionths(at row: Int) -> Int64? {
    if isWide {
      let packed = millionths[row]
      return packed < .min + 256 ? nil : packed
    }
    let packed = counts[row]
    return packed < .min + 256 ? nil : Int64(packed) * 1_000_000
  }

  /// Why the figure at a row is missing, or nil where it is there. O(1), no allocation.
  @inlinable public func reason(at row: Int) -> MissingReason? {
    if isWide { return Self.reason(millionths[row]) }
    return counts[row] < .min + 256 ? Self.reason(counts[row]) : nil
  }

  @usableFromInline mutating func widen() {
    millionths = counts.map(Self.wide)
    counts = []
    isWide = true
  }

  private static func wide(_ packed: Int32) -> Int64 {
    packed < .min + 256 ? .min + Int64(reason(packed).rawValue) : Int64(packed) * 1_000_000
  }
  @usableFromInline static func reason(_ packed: Int32) -> MissingReason {
    MissingReason(rawValue: UInt8(packed &- .min)) ?? .unreadable
  }
  @usableFromInline static func reason(_ packed: Int64) -> MissingReason? {
    packed < .min + 256 ? MissingReason(rawValue: UInt8(packed &- .min)) ?? .unreadable : nil
  }
}
