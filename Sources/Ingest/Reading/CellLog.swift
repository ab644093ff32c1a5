import CSV

/// What was odd in the cells of one part of a file.
struct CellLog: Sendable {
  /// A cell that could not be read as what its column holds.
  struct Unreadable: Sendable {
    var line: Int
    var slot: Int
    var text: String
    var expected: Expectation
  }
  enum Expectation: Sendable { case number, wholeNumber, year, group, date }
  /// A code that no list explains, with its first place.
  struct UnknownCode: Sendable {
    var line: Int
    var slot: Int
    var count: Int
  }

  var unreadable: [Unreadable] = []
  var unknownCodes: [String: UnknownCode] = [:]
  /// Lines of rows without a key to a place.
  var withoutPlace: [Int] = []
  var shortRows: (count: Int, firstLine: Int, fewest: Int) = (0, 0, .max)
  var longRows: (count: Int, firstLine: Int, most: Int) = (0, 0, 0)

  mutating func noteUnknownCode(_ text: String, line: Int, slot: Int) {
    unknownCodes[text, default: UnknownCode(line: line, slot: slot, count: 0)].count += 1
  }

  mutating func noteFields(_ count: Int, of names: Int, line: Int) {
    if count < names {
      if shortRows.count == 0 { shortRows.firstLine = line }
      shortRows = (shortRows.count + 1, shortRows.firstLine, min(shortRows.fewest, count))
    } else if count > names {
      if longRows.count == 0 { longRows.firstLine = line }
      longRows = (longRows.count + 1, longRows.firstLine, max(longRows.most, count))
    }
  }

  mutating func append(_ other: CellLog, firstLine: Int) {
    for var cell in other.unreadable {
      cell.line += firstLine
      unreadable.append(cell)
    }
    for (text, code) in other.unknownCodes {
      if unknownCodes[text] == nil {
        unknownCodes[text] = UnknownCode(line: code.line + firstLine, slot: code.slot, count: code.count)
      } else {
        unknownCodes[text]!.count += code.count
      }
    }
    withoutPlace += other.withoutPlace.map { $0 + firstLine }
    if other.shortRows.count > 0 {
      shortRows = (
        shortRows.count + other.shortRows.count,
        shortRows.count == 0 ? other.shortRows.firstLine + firstLine : shortRows.firstLine,
        min(shortRows.fewest, other.shortRows.fewest)
      )
    }
    if other.longRows.count > 0 {
      longRows = (
        longRows.count + other.longRows.count,
        longRows.count == 0 ? other.longRows.firstLine + firstLine : longRows.firstLine,
        max(longRows.most, other.longRows.most)
      )
    }
  }
}
