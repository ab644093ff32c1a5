import SchoolStatistics

/// Leaves out rows that another file gives as well.
enum Repetitions {
  private struct Key: Hashable {
    var place: Int32
    var year: Int16
    var group: PupilGroup
    var variant: String
    var authority: Int16
  }

  private static func key(_ maker: TableMaker, _ row: Int) -> Key {
    let builder = maker.builder
    let isInCare = builder.groups[row] == .cic
    return Key(
      place: maker.places[row], year: builder.years[row], group: builder.groups[row],
      variant: builder.variants.count == builder.count ? builder.variants[row] : "",
      authority: isInCare ? builder.authorities[row] : 0)
  }

  private static func sets(_ makers: [TableMaker]) -> [[Int]] {
    var sets: [String: [Int]] = [:]
    for (index, maker) in makers.enumerated() where !maker.isPlaceless {
      sets["\(maker.name) \(maker.level)", default: []].append(index)
    }
    return sets.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Rows about earlier years give way to the file of the year itself, and to a later file's history.
  static func dropHistory(_ makers: inout [TableMaker]) {
    for set in sets(makers) where set.contains(where: { makers[$0].builder.isHistory.contains(true) }) {
      // A file's history repeats other files' rows, never its own.
      if Set(set.map { makers[$0].source }).count < 2 { continue }
      var known = Set<Key>()
      for index in set {
        for row in 0..<makers[index].builder.count where !makers[index].builder.isHistory[row] {
          known.insert(key(makers[index], row))
        }
      }
      for index in set.reversed() where makers[index].builder.isHistory.contains(true) {
        let maker = makers[index]
        let rows = (0..<maker.builder.count).filter {
          !maker.builder.isHistory[$0] || known.insert(key(maker, $0)).inserted
        }
        let dropped = maker.builder.count - rows.count
        guard dropped > 0 else { continue }
        makers[index].keep(rows: rows)
        makers[index].add(
          Check.historySuperseded.finding(["count": .count(dropped, "row") + " of '\(maker.name)'"], file: maker.path))
      }
    }
  }

  /// A row about a school, year and group that a file before covers is left out, if it has no measure besides; the files
  /// come in the order in which they are to be believed. O(rows) where few files have the same measures, which is so
  /// however many files there are.
  static func dropAcrossFiles(_ makers: inout [TableMaker]) {
    for set in sets(makers) {
      // Earlier files by the measures that they have.
      var earlier: [Set<Measure>: EarlierFiles] = [:]
      for index in set {
        let measures = Set(makers[index].plan.columns.map(\.measure))
        let years = makers[index].builder.years.distinctValues
        if !measures.isEmpty {
          let covering = earlier.keys.filter {
            $0.isSuperset(of: measures) && earlier[$0]!.mayRepeat(makers[index].source, years)
          }
          for measures in covering { earlier[measures]!.indexRows(makers) }
          if !covering.isEmpty { drop(index, &makers, coveredBy: covering.map { earlier[$0]! }) }
        }
        earlier[measures, default: EarlierFiles()].add(index, source: makers[index].source, years)
      }
    }
  }

  private struct Place {
    var maker: Int
    var row: Int
  }

  /// Files that have the same measures, and where their rows stand.
  private struct EarlierFiles {
    private(set) var rows: [Key: [Place]] = [:]
    private var unindexed: [Int] = []
    /// The source of each year's rows; nil where several have some.
    private var sources: [Int16: Int?] = [:]

    mutating func add(_ maker: Int, source: Int, _ years: Set<Int16>) {
      unindexed.append(maker)
      for year in years { sources[year] = sources[year].map { $0 == source ? source : nil } ?? .some(source) }
    }

    /// Whether another file has rows of one of the years.
    func mayRepeat(_ source: Int, _ years: Set<Int16>) -> Bool {
      years.contains { year in sources[year].map { $0 != source } ?? false }
    }

    mutating func indexRows(_ makers: [TableMaker]) {
      for maker in unindexed {
        for row in 0..<makers[maker].builder.count {
          rows[key(makers[maker], row), default: []].append(Place(maker: maker, row: row))
        }
      }
      unindexed = []
    }
  }

  /// Leaves out the rows of a file that earlier ones have: one finding for each of those.
  private static func drop(_ index: Int, _ makers: inout [TableMaker], coveredBy earlier: [EarlierFiles]) {
    let maker = makers[index]
    var dropped = Set<Int>()
    var shared: [Int: SharedRows] = [:]
    for row in 0..<maker.builder.count {
      let key = key(maker, row)
      let matches = earlier.flatMap { $0.rows[key] ?? [] }.filter { makers[$0.maker].source != maker.source }
      guard let match = matches.min(by: { $0.maker < $1.maker }) else { continue }
      dropped.insert(row)
      let other = makers[match.maker]
      let differing = maker.plan.columns.indices.lazy.compactMap { own in
        other.plan.columns.firstIndex { $0.measure == maker.plan.columns[own].measure }.map { (own, $0) }
      }.first { maker.builder.figures[$0.0][row] != other.builder.figures[$0.1][match.row] }
      guard let (own, theirs) = differing else {
        shared[match.maker, default: SharedRows()].equal += 1
        continue
      }
      shared[match.maker, default: SharedRows()].noteDifference(
        line: Int(maker.builder.lines[row]), column: maker.plan.columns[own].header, value: maker.subject(row),
        what:
          "'\(maker.plan.columns[own].header)' of \(maker.subject(row)), \(maker.builder.figures[own][row].text) here and \(other.builder.figures[theirs][match.row].text) on line \(other.builder.lines[match.row]) there"
      )
    }
    for (other, rows) in shared.sorted(by: { $0.key < $1.key }) {
      let years = makers[other].builder.years.distinctValues
      let only = (0..<maker.builder.count).count { !dropped.contains($0) && years.contains(maker.builder.years[$0]) }
      makers[index].add(
        rows.finding(
          "row", of: " of '\(maker.name)'", in: maker.path, other: makers[other].path, only: only,
          reason: maker.version.isBehind(makers[other].version)))
    }
    if !dropped.isEmpty { makers[index].keep(rows: (0..<maker.builder.count).filter { !dropped.contains($0) }) }
  }
}
