import CSV
import SchoolStatistics

/// The filters of one file, ready to be tried on its records.
struct RowFilters: Sendable {
  struct Column: Sendable {
    let slot: Int
    let words: [String: OpenDataStandard.Meaning]
    let othersUnused: Bool
    let areasOnly: Bool
  }
  let columns: [Column]
  /// Every variant that a word can give.
  let variants: [String]

  init() { (columns, variants) = ([], []) }

  init(_ standard: OpenDataStandard, _ finder: inout ColumnFinder) {
    var columns: [Column] = []
    for filter in standard.filters {
      var words = Dictionary(
        (filter.words ?? [:]).map { (HeaderNames.key($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
      for total in standard.totals where words[HeaderNames.key(total)] == nil {
        words[HeaderNames.key(total)] = OpenDataStandard.Meaning()
      }
      for slot in finder.slots(of: filter.columns) {
        columns.append(
          Column(
            slot: slot, words: words, othersUnused: filter.othersUnused == true, areasOnly: filter.areasOnly == true))
      }
    }
    self.columns = columns
    variants = Set(columns.flatMap { $0.words.values.compactMap(\.variant) }).sorted()
  }
}

/// What the filters say of one row.
struct FilteredRow: Sendable {
  var group: PupilGroup?
  /// An index of `RowFilters.variants`; -1 where there is none.
  var variant: Int16 = -1
  var basis: Basis?
}

/// The words of a column of filters that were read already; the same come again and again.
struct FilterWords: Sendable {
  enum Answer: Sendable {
    case says(OpenDataStandard.Meaning)
    case unused, unknown
  }
  private var known: [[UInt8]: Answer] = [:]
  private var last: [UInt8] = []
  private var lastAnswer = Answer.unused

  mutating func read(_ cell: Span<UInt8>, _ column: RowFilters.Column) -> Answer {
    let bytes = cell.extracting(cell.withoutBlanks)
    var isLast = bytes.count == last.count && !bytes.isEmpty
    if isLast { for index in bytes.indices where last[index] != bytes[index] { isLast = false } }
    if isLast { return lastAnswer }
    last.removeAll(keepingCapacity: true)
    for index in bytes.indices { last.append(bytes[index]) }
    if let answer = known[last] {
      lastAnswer = answer
    } else {
      lastAnswer = Self.answer(HeaderNames.key(String(decoding: last, as: UTF8.self)), column)
      if known.count < 1000 { known[last] = lastAnswer }
    }
    return lastAnswer
  }

  private static func answer(_ word: String, _ column: RowFilters.Column) -> Answer {
    // An empty cell and a code for "does not apply" narrow nothing.
    if word.isEmpty || word == "z" { return .says(OpenDataStandard.Meaning()) }
    guard let meaning = column.words[word] else { return column.othersUnused ? .unused : .unknown }
    return meaning.unused == true ? .unused : .says(meaning)
  }
}

extension PartState {
  /// What a record is about by its filters; nil where it is about something that is not used.
  mutating func filtered(_ record: borrowing CSVRecord, _ plan: FilePlan, isSchool: Bool) -> FilteredRow? {
    var row = FilteredRow()
    for (index, column) in plan.filters.columns.enumerated() where !(isSchool && column.areasOnly) {
      switch filterWords[index].read(record[column.slot], column) {
      case .unused: return nil
      case .unknown:
        log.noteUnknownFilterWord(record, slot: column.slot)
        return nil
      case .says(let meaning):
        if let group = meaning.group {
          // Pupils of two groups at once are neither.
          if row.group != nil && row.group != group { return nil }
          row.group = group
        }
        if let variant = meaning.variant, let index = plan.filters.variants.firstIndex(of: variant) {
          row.variant = Int16(clamping: index)
        }
        row.basis = meaning.basis ?? row.basis
      }
    }
    return row
  }
}
