import SchoolStatistics

/// Finds rows of one file that are about the same place, year, group and variant.
struct Duplicates {
  struct Pair {
    var first: Int
    var second: Int
    /// All figures and texts are the same.
    var isExact: Bool
  }
  /// Each later row with the first row of its key, in file order.
  let pairs: [Pair]

  /// O(n) on average: an open-addressing table of row numbers.
  init(_ builder: TableBuilder, places: [Int32], withTexts: [Int]) {
    if withTexts.isEmpty, Self.isInOrder(builder, places) {
      pairs = []
      return
    }
    let count = builder.count
    let hasVariants = builder.variants.count == count && count > 0
    func key(_ row: Int) -> UInt64 {
      var low = UInt64(UInt32(bitPattern: places[row])) << 32
      low |= UInt64(UInt16(bitPattern: builder.years[row])) << 16
      low |= UInt64(builder.groups[row].ordinal)
      return low
    }
    func extra(_ row: Int) -> UInt64 {
      var value = hasVariants ? UInt64(builder.variants.indices[row]) : 0
      // Children in care stand once for each authority that looks after them.
      if builder.groups[row] == .cic { value |= UInt64(UInt16(bitPattern: builder.authorities[row])) << 32 }
      for text in withTexts { value = value &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(builder.texts[text].indices[row]) }
      return value
    }
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    var table = [Int32](repeating: -1, count: capacity)
    var pairs: [Pair] = []
    for row in 0..<count {
      let a = key(row)
      let b = extra(row)
      var hash = (a ^ (b &* 0x9e37_79b9_7f4a_7c15)) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 32
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while true {
        let other = Int(table[slot])
        if other < 0 {
          table[slot] = Int32(clamping: row)
          break
        }
        if key(other) == a && extra(other) == b {
          pairs.append(Pair(first: other, second: row, isExact: builder.isSame(other, row)))
          break
        }
        slot = (slot + 1) & (capacity - 1)
      }
    }
    self.pairs = pairs
  }

  /// Whether rows ascend by place, year and variant and those of one name a group once each (children in care once for
  /// each authority, ascending): then none is about the same as another. Most files are so. O(n).
  private static func isInOrder(_ builder: TableBuilder, _ places: [Int32]) -> Bool {
    let hasVariants = builder.variants.count == builder.count
    var last: (place: Int32, year: Int16, variant: UInt32) = (.min, 0, 0)
    var groups: UInt64 = 0
    var lastAuthority: Int16 = -1
    for row in places.indices {
      let next = (
        place: places[row], year: builder.years[row], variant: hasVariants ? builder.variants.indices[row] : 0
      )
      if next != last {
        if next < last { return false }
        (last, groups, lastAuthority) = (next, 0, -1)
      }
      if builder.groups[row] == .cic {
        if builder.authorities[row] <= lastAuthority { return false }
        lastAuthority = builder.authorities[row]
      } else {
        let group: UInt64 = 1 << UInt64(builder.groups[row].ordinal)
        if groups & group != 0 { return false }
        groups |= group
      }
    }
    return true
  }
}

extension TableBuilder {
  /// Whether two rows say the same.
  func isSame(_ a: Int, _ b: Int) -> Bool {
    figures.allSatisfy { $0[a] == $0[b] } && texts.allSatisfy { $0.indices[a] == $0.indices[b] }
  }
}
