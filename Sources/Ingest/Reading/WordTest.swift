import CSV
import SchoolStatistics

/// A rule of which words may stand in a column, ready to be tried on records.
struct WordTest: Sendable {
  let slot: Int
  let rule: WordRule
  /// As names are compared; nil where no list is given.
  private let allowed: Set<String>?

  /// Nil where the file lacks the column.
  init?(_ rule: WordRule, _ columns: inout ColumnFinder, measures: MeasureList, codes: CodeLists) {
    guard let slot = columns.slot(ofFirst: rule.column.names) else { return nil }
    (self.slot, self.rule) = (slot, rule)
    var words = rule.allowed ?? []
    switch rule.list {
    case .measures: words += measures.ids
    case .schoolTypes: words += codes.schoolTypes.flatMap { $0.names + ($0.title.map { [$0] } ?? []) }
    case .inspectionCategories, .yesOrNo, nil: break
    }
    allowed = words.isEmpty ? nil : Set(words.map(HeaderNames.key))
  }

  /// Whether a word, without blanks at its ends and not empty, may stand there.
  func allows(_ word: String) -> Bool {
    if let between = rule.between { return Int(word).map { (between[0]...between[1]).contains($0) } ?? true }
    switch rule.list {
    case .inspectionCategories: return InspectionCategory.isKnown(word)
    case .yesOrNo: return Bool(written: word) != nil
    case .measures, .schoolTypes, nil: break
    }
    switch rule.as {
    case .number: return Int(word) != nil
    case .date: return CalendarDate(reading: word) != nil
    case nil: return allowed?.contains(HeaderNames.key(word)) ?? true
    }
  }

  /// What to do about another word.
  var remedy: String {
    if let between = rule.between { return "write \(between[0]) to \(between[1])" }
    switch rule.as {
    case .number: return "write a number"
    case .date: return "write it as 2009-04-01"
    case nil: break
    }
    switch rule.list {
    case .measures: return "the measures are in measures.json5"
    case .schoolTypes: return "the types are in codes.json5"
    case .inspectionCategories:
      return
        "write \((InspectionCategory.allCases.map(\.rawValue) + ["none"]).map { "'\($0)'" }.joined(separator: ", "))"
    case .yesOrNo: return "write 'yes' or 'no'"
    case nil: return "write \((rule.allowed ?? []).map { "'\($0)'" }.joined(separator: ", "))"
    }
  }
}

/// The words of one column that were tried already; the same come again and again.
struct TriedWords: Sendable {
  private var last: [UInt8] = []
  private var isLastAllowed = true
  private var known: [String: Bool] = [:]

  /// Whether the word of a record may stand where it does.
  mutating func allows(_ record: borrowing CSVRecord, _ test: WordTest, codes: MissingCodes) -> Bool {
    let cell = record[test.slot]
    let bytes = cell.extracting(cell.withoutBlanks)
    if bytes.isEmpty { return true }
    if Self.same(last, bytes) { return isLastAllowed }
    let word = String(decoding: bytes, encoding: record.encoding)
    let isAllowed: Bool
    if let answer = known[word] {
      isAllowed = answer
    } else {
      isAllowed = test.allows(word) || codes[bytes] != nil
      // Dates and numbers are many; words are few.
      if known.count < 1000 { known[word] = isAllowed }
    }
    last.removeAll(keepingCapacity: true)
    for index in bytes.indices { last.append(bytes[index]) }
    isLastAllowed = isAllowed
    return isAllowed
  }

  private static func same(_ text: [UInt8], _ bytes: Span<UInt8>) -> Bool {
    guard text.count == bytes.count else { return false }
    for index in bytes.indices where text[index] != bytes[index] { return false }
    return true
  }
}
