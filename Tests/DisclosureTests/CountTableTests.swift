import Disclosure
import Testing

@Suite("Counts that add up") struct CountTableTests {
  private typealias Cell = CountTable.Cell

  /// A total, then its parts.
  private func one(_ cells: [(Int, Int, Bool)]) -> CountTable {
    CountTable(
      cells: cells.map { Cell(reached: $0.0, others: $0.1 - $0.0, isPrimary: $0.2) },
      sums: [.init(total: 0, parts: Array(1..<cells.count))])
  }

  @Test func `two hidden parts that sum to nought are told, and take a third`() {
    let table = one([(60, 109, false), (0, 4, true), (0, 5, true), (20, 40, false), (40, 60, false)])
    #expect(table.recovered(hidden: [1, 2]).map(\.truth).contains(0))
    #expect(table.protected() == [1, 2, 3])
  }

  @Test func `a hidden total whose parts are all shown is told`() {
    // England, two regions of one authority and of two; the first region is of 5 pupils.
    let cells = [(63, 105), (3, 5), (60, 100), (3, 5), (25, 40), (35, 60)]
    let table = CountTable(
      cells: cells.enumerated().map { Cell(reached: $1.0, others: $1.1 - $1.0, isPrimary: $0 == 1 || $0 == 3) },
      sums: [.init(total: 0, parts: [1, 2]), .init(total: 1, parts: [3]), .init(total: 2, parts: [4, 5])])
    // The second region beside the first does no good while its authorities are shown.
    #expect(!table.recovered(hidden: [1, 2, 3]).isEmpty)
    let hidden = table.protected()
    #expect(table.recovered(hidden: hidden).isEmpty)
    #expect(hidden.contains(2) && !hidden.isDisjoint(with: [4, 5]) || hidden.contains(0))
  }

  @Test func `nothing is hidden where nothing is secret, and a figure that adds up to nothing stays alone`() {
    #expect(one([(9, 20, false), (4, 10, false), (5, 10, false)]).protected().isEmpty)
    let alone = CountTable(cells: [Cell(reached: 1, others: 2, isPrimary: true)])
    #expect(alone.protected() == [0] && alone.recovered(hidden: [0]).isEmpty)
  }

  /// Tables of groups by places with all margins, by a generator of its own.
  @Test func `no secret of many random tables can be told`() {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    for _ in 0..<400 {
      let (rows, columns) = (2 + next(3), 2 + next(3))
      var cells = (0..<(rows + 1) * (columns + 1)).map { _ in Cell(reached: 0, others: 0) }
      func at(_ row: Int, _ column: Int) -> Int { row * (columns + 1) + column }
      for row in 0..<rows {
        for column in 0..<columns {
          let pupils = next(3) == 0 ? 1 + next(10) : 15 + next(60)
          let reached = next(pupils + 1)
          cells[at(row, column)] = Cell(reached: reached, others: pupils - reached, isPrimary: pupils <= 10)
          for whole in [at(rows, column), at(row, columns), at(rows, columns)] {
            cells[whole].reached += reached
            cells[whole].others += pupils - reached
          }
        }
      }
      var sums = (0...rows).map { row in
        CountTable.Sum(total: at(row, columns), parts: (0..<columns).map { at(row, $0) })
      }
      sums += (0...columns).map { column in
        CountTable.Sum(total: at(rows, column), parts: (0..<rows).map { at($0, column) })
      }
      let table = CountTable(cells: cells, sums: sums)
      let hidden = table.protected()
      #expect(cells.indices.filter { cells[$0].isPrimary }.allSatisfy(hidden.contains))
      // Another way to see it than the attack: in each sum with a hidden cell there is a second one.
      for sum in sums {
        let inSum = ([sum.total] + sum.parts).count(where: hidden.contains)
        #expect(inSum != 1)
      }
      #expect(table.recovered(hidden: hidden).isEmpty)
      #expect(table.protected() == hidden)
    }
  }
}
