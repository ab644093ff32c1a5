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
  enum Expectation: Equatable, Sendable {
    case number, wholeNumber, year, group, date
    /// What the column holds in words, with its range.
    case kind(String)
  }
  /// A code that no list explains, with its first place.
  struct UnknownCode: Sendable {
    var line: Int
    var slot: Int
    var count: Int
  }

  /// A word that may not stand in its column: which rule says so, and the word.
  struct UnknownWord: Hashable, Sendable {
    var test: Int
    var text: String
  }

  var unreadable: [Unreadable] = []
  var unknownWords: [UnknownWord: UnknownCode] = [:]
  /// Rows of which no rule says what they are about.
  var withoutRule: (count: Int, firstLine: Int) = (0, 0)
  /// Words of filters that nothing explains, by their place and themselves; their rows are not used.
  var unknownFilterWords: [UnknownWord: UnknownCode] = [:]
  var unknownCodes: [String: UnknownCode] = [:]
  /// Lines of rows without a key to a place.
  var withoutPlace: [Int] = []
  /// Lines that repeat the header.
  var repeatedHeaders: [Int] = []
  var shortRows: (count: Int, firstLine: Int, fewest: Int) = (0, 0, .max)
  var longRows: (count: Int, firstLine: Int, most: Int) = (0, 0, 0)

  /// Cells come column by column: the first is the one on the earliest line, the leftmost there.
  mutating func noteUnknownCode(_ text: String, line: Int, slot: Int, count: Int = 1) {
    var code = unknownCodes[text] ?? UnknownCode(line: line, slot: slot, count: 0)
    if (line, slot) < (code.line, code.slot) { (code.line, code.slot) = (line, slot) }
    code.count += count
    unknownCodes[text] = code
  }

  mutating func noteUnknownWord(_ record: borrowing CSVRecord, test: Int, slot: Int) {
    noteUnknownWord(UnknownWord(test: test, text: record.text(slot).shortened), line: record.line, slot: slot)
  }

  private mutating func noteUnknownWord(_ word: UnknownWord, line: Int, slot: Int, count: Int = 1) {
    unknownWords[word, default: UnknownCode(line: line, slot: slot, count: 0)].count += count
  }

  mutating func noteUnknownFilterWord(_ record: borrowing CSVRecord, slot: Int) {
    let word = UnknownWord(test: slot, text: record.text(slot).shortened)
    let line = record.line
    unknownFilterWords[word, default: UnknownCode(line: line, slot: slot, count: 0)].count += 1
  }

  /// An empty row needs no rule.
  mutating func noteWithoutRule(_ record: borrowing CSVRecord, wanted: Int) {
    for slot in 0..<wanted where !record[slot].withoutBlanks.isEmpty {
      if withoutRule.count == 0 { withoutRule.firstLine = record.line }
      withoutRule.count += 1
      return
    }
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

  /// Lines of the file in place of lines of the part, whose first is `firstLine`.
  mutating func moveLines(to firstLine: Int) {
    for index in unreadable.indices { unreadable[index].line += firstLine }
    unknownCodes = unknownCodes.mapValues { UnknownCode(line: $0.line + firstLine, slot: $0.slot, count: $0.count) }
    unknownWords = unknownWords.mapValues { UnknownCode(line: $0.line + firstLine, slot: $0.slot, count: $0.count) }
    for word in unknownFilterWords.keys { unknownFilterWords[word]!.line += firstLine }
    withoutRule.firstLine += firstLine
    for index in withoutPlace.indices { withoutPlace[index] += firstLine }
    for index in repeatedHeaders.indices { repeatedHeaders[index] += firstLine }
    shortRows.firstLine += firstLine
    longRows.firstLine += firstLine
  }

  /// Appends what was odd in the next part of the file. Lines of both are those of the file.
  mutating func append(_ other: CellLog) {
    unreadable += other.unreadable
    for (text, code) in other.unknownCodes {
      noteUnknownCode(text, line: code.line, slot: code.slot, count: code.count)
    }
    for (word, place) in other.unknownWords {
      noteUnknownWord(word, line: place.line, slot: place.slot, count: place.count)
    }
    for (word, place) in other.unknownFilterWords {
      unknownFilterWords[word, default: UnknownCode(line: place.line, slot: place.slot, count: 0)].count += place.count
    }
    if other.withoutRule.count > 0 {
      if withoutRule.count == 0 { withoutRule.firstLine = other.withoutRule.firstLine }
      withoutRule.count += other.withoutRule.count
    }
    withoutPlace += other.withoutPlace
    repeatedHeaders += other.repeatedHeaders
    if other.shortRows.count > 0 {
      shortRows = (
        shortRows.count + other.shortRows.count,
        shortRows.count == 0 ? other.shortRows.firstLine : shortRows.firstLine,
        min(shortRows.fewest, other.shortRows.fewest)
      )
    }
    if other.longRows.count > 0 {
      longRows = (
        longRows.count + other.longRows.count, longRows.count == 0 ? other.longRows.firstLine : longRows.firstLine,
        max(longRows.most, other.longRows.most)
      )
    }
  }
}
