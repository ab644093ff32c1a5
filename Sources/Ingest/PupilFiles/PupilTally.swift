import SchoolStatistics

/// Counts of pupils by place and year: a block of numbers for each, all groups together.
///
/// A number below nought says that a count is not known, as minus the raw value of its reason; it stays so, whatever is
/// added. Memory is O(places × years), however many pupils are counted.
struct PupilTally: Sendable {
  struct Head: Sendable {
    /// As `TableBuilder.keys`.
    var key: Int32
    var year: Int16
    /// The responsible authority of children in care, or the total of points.
    var part: Int16 = 0
    /// Where its first pupil stands.
    var line: UInt32

    fileprivate var id: UInt64 {
      UInt64(UInt32(bitPattern: key)) << 32 | UInt64(UInt16(bitPattern: year)) << 16 | UInt64(UInt16(bitPattern: part))
    }
  }
  /// Numbers of a block.
  let width: Int
  private(set) var heads: [Head] = []
  private(set) var counts: [Int32] = []
  private var positions: [UInt64: Int] = [:]
  private var last: (id: UInt64, position: Int) = (0, -1)

  init(width: Int) { self.width = width }

  /// The position of a place and year. Files go from school to school, so it is mostly the one before.
  mutating func position(_ head: Head) -> Int {
    let id = head.id
    if last.position >= 0, last.id == id { return last.position }
    let position = positions[id] ?? heads.count
    if position == heads.count {
      positions[id] = position
      heads.append(head)
      counts += repeatElement(0, count: width)
    }
    last = (id, position)
    return position
  }

  /// Adds numbers to a part of a block.
  mutating func add(_ outcome: [Int32], at position: Int, from offset: Int) {
    let base = position * width + offset
    for index in outcome.indices {
      let (have, more) = (counts[base + index], outcome[index])
      counts[base + index] = have < 0 ? have : more < 0 ? more : have &+ more
    }
  }

  mutating func moveLines(to firstLine: Int) {
    for index in heads.indices { heads[index].line += UInt32(clamping: firstLine) }
  }

  /// Adds what the next part of the file gives.
  mutating func append(_ other: PupilTally) {
    for (theirs, head) in other.heads.enumerated() {
      add(Array(other.counts[theirs * width..<(theirs + 1) * width]), at: position(head), from: 0)
    }
  }
}
