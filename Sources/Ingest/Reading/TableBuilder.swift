import CSV
import SchoolStatistics

/// Rows of one table as they are read, before places are looked up in the registers.
struct TableBuilder: Sendable {
  /// A URN, or minus the seven digits of authority and establishment, or an authority's code; 0 where there is none.
  var keys: [Int32] = []
  var years: [Int16] = []
  /// True where a later year's file reports the row as history.
  var isHistory: [Bool] = []
  var groups: [PupilGroup] = []
  var authorities: [Int16] = []
  var lines: [UInt32] = []
  var variants = TextInterner()
  var figures: [FigureColumn]
  var texts: [TextInterner]
  /// For each column, how many figures have 0 to 6 decimals.
  var decimals: [[Int]]

  init(columns: Int, texts: Int) {
    figures = Array(repeating: FigureColumn(), count: columns)
    self.texts = Array(repeating: TextInterner(), count: texts)
    decimals = Array(repeating: Array(repeating: 0, count: 7), count: columns)
  }

  var count: Int { keys.count }

  /// Makes room for rows that are likely to come; what is not used costs no memory.
  mutating func reserve(_ rows: Int) {
    keys.reserveCapacity(rows)
    years.reserveCapacity(rows)
    isHistory.reserveCapacity(rows)
    groups.reserveCapacity(rows)
    authorities.reserveCapacity(rows)
    lines.reserveCapacity(rows)
    for column in figures.indices { figures[column].reserveCapacity(rows) }
    for text in texts.indices { texts[text].reserveCapacity(rows) }
  }

  /// Lines of the file in place of lines of the part, whose first is `firstLine`.
  mutating func moveLines(to firstLine: Int) {
    let base = UInt32(clamping: firstLine)
    for row in lines.indices { lines[row] += base }
  }

  /// The rows of the part of the file that follows.
  mutating func append(contentsOf other: TableBuilder) {
    keys += other.keys
    years += other.years
    isHistory += other.isHistory
    groups += other.groups
    authorities += other.authorities
    lines += other.lines
    variants.append(contentsOf: other.variants)
    for index in figures.indices {
      figures[index].append(contentsOf: other.figures[index])
      for place in 0..<7 { decimals[index][place] += other.decimals[index][place] }
    }
    for index in texts.indices { texts[index].append(contentsOf: other.texts[index]) }
  }

  /// Decimals that a column is published with: as many as all but one in twenty of its figures need.
  static func usualDecimals(_ counts: [Int]) -> Int {
    let total = counts.reduce(0, +)
    var seen = 0
    for (decimals, count) in counts.enumerated() {
      seen += count
      if seen * 20 >= total * 19 { return decimals }
    }
    return 0
  }
}
