import SchoolStatistics
import Testing

@Suite("A column of figures")
struct FigureColumnTests {
  @Test("gives back whole numbers, decimals and every reason for missing")
  func roundTrip() {
    var column = FigureColumn()
    column.append(count: 57)
    for reason in MissingReason.allCases { column.append(missing: reason) }
    column.append(millionths: 95_700_000)
    column.append(count: 3_000_000_000)
    for reason in MissingReason.allCases { column.append(missing: reason) }
    #expect(column[0] == .count(57))
    for (offset, reason) in MissingReason.allCases.enumerated() {
      #expect(column[1 + offset] == .missing(reason))
      #expect(column[3 + MissingReason.allCases.count + offset] == .missing(reason))
    }
    let decimal = 1 + MissingReason.allCases.count
    #expect(column[decimal] == .value(Rational(957, 10)))
    #expect(column.count(at: decimal) == nil)
    #expect(column.count(at: decimal + 1) == 3_000_000_000)
    #expect(column.count(at: 0) == 57)
    #expect(column.count(at: 1) == nil)
  }

  @Test("joins narrow and wide columns in either order")
  func joining() {
    var narrow = FigureColumn(), wide = FigureColumn()
    narrow.append(count: 1)
    narrow.append(missing: .suppressed)
    wide.append(millionths: 1_500_000)
    wide.append(missing: .lowCoverage)
    var first = narrow
    first.append(contentsOf: wide)
    #expect((0..<4).map { first[$0] } == [.count(1), .missing(.suppressed), .value(Rational(3, 2)), .missing(.lowCoverage)])
    var second = wide
    second.append(contentsOf: narrow)
    #expect((0..<4).map { second[$0] } == [.value(Rational(3, 2)), .missing(.lowCoverage), .count(1), .missing(.suppressed)])
  }

  @Test("is as wide as it must be at the edge of four bytes")
  func edge() {
    var column = FigureColumn()
    for value in [0x7ffe_ffff, 0x7fff_0000, -0x7fff_0000, 0] { column.append(count: value) }
    #expect((0..<4).map { column.count(at: $0) } == [0x7ffe_ffff, 0x7fff_0000, -0x7fff_0000, 0])
  }
}
