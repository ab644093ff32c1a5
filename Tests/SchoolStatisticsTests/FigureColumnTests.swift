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
    var narrow = FigureColumn()
    var wide = FigureColumn()
    narrow.append(count: 1)
    narrow.append(missing: .suppressed)
    wide.append(millionths: 1_500_000)
    wide.append(missing: .lowCoverage)
    var first = narrow
    first.append(contentsOf: wide)
    #expect(
      (0..<4).map { first[$0] } == [.count(1), .missing(.suppressed), .value(Rational(3, 2)), .missing(.lowCoverage)])
    var second = wide
    second.append(contentsOf: narrow)
    #expect(
      (0..<4).map { second[$0] } == [.value(Rational(3, 2)), .missing(.lowCoverage), .count(1), .missing(.suppressed)])
  }

  @Test(
    "is as wide as it must be at the edges of two and four bytes",
    arguments: [
      [0x7fff, 0x8000], [-0x7f00, -0x7f01], [0x7ffe_ffff, 0x7fff_ffff, 0x8000_0000], [-0x7fff_0000, -0x7fff_ff01, 0],
    ])
  func edges(values: [Int]) {
    var column = FigureColumn()
    column.append(missing: .noEntries)
    for value in values {
      column.append(count: value)
      column.append(missing: .suppressed)
    }
    #expect(column[0] == .missing(.noEntries))
    for (place, value) in values.enumerated() {
      #expect(column.count(at: 1 + 2 * place) == value)
      #expect(column.millionths(at: 1 + 2 * place) == Int64(value) * 1_000_000)
      #expect(column.reason(at: 1 + 2 * place) == nil)
      #expect(column[2 + 2 * place] == .missing(.suppressed))
      #expect(column.count(at: 2 + 2 * place) == nil)
    }
  }

  @Test("takes many whole numbers at once, whatever its width")
  func many() {
    let numbers: [Int32] = [0, 12, -3, 32_767, 40_000, .max, -Int32(MissingReason.tooFew.rawValue)]
    let figures: [Figure] =
      [0, 12].map { .count($0) } + [.missing(.notAvailable)] + [32_767, 40_000, Int(Int32.max)].map { .count($0) } + [
        .missing(.tooFew)
      ]
    for before in [[], [.count(7)], [.count(70_000)], [.value(Rational(3, 2))], [.missing(.blank)]] as [[Figure]] {
      for count in 0...numbers.count {
        var column = FigureColumn()
        for figure in before {
          switch figure {
          case .missing(let reason): column.append(missing: reason)
          case .value(let value): column.append(millionths: value.roundedUnits(decimals: 6))
          }
        }
        column.append(counts: Array(numbers.prefix(count)))
        #expect((0..<column.count).map { column[$0] } == before + figures.prefix(count))
      }
    }
  }
}
