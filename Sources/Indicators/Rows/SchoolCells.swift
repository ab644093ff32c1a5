import SchoolStatistics
import Statistics

/// What the rows of one school say, by slot and year.
struct SchoolCells {
  struct Share {
    var count: ShareCount
    var source: SourceLine
  }
  struct Mean {
    var score: Figure
    var pupils: Int?
    var interval: ConfidenceInterval?
    var source: SourceLine
  }
  private let width: Int
  private var shares: [Share?]
  private var means: [Mean?]

  /// - Parameter only: the position of the one year that is wanted; nil for all.
  init(_ study: Study, _ readers: TableReaders, _ index: SchoolRowIndex, school: Int, year only: Int? = nil) {
    width = study.years.count
    shares = Array(repeating: nil, count: readers.shares.count * width)
    means = Array(repeating: nil, count: readers.means.count * width)
    let groups = PupilGroup.allCases.count
    let scope = study.homes.scopes[school]
    for position in index.entries(school) {
      let (table, row) = index.entry(position)
      let year = Int(study.pooling.rows[table].yearPositions[row])
      if let only, year != only { continue }
      let content = study.data.tables[table]
      let uses = table * groups + content.groups[row].ordinal
      let source = SourceLine(source: content.source, line: Int(content.lines[row]))
      for use in readers.shareUses[uses] {
        // An independent school has values of its own and is pooled nowhere.
        if scope != 0, scope & use.scope == 0 { continue }
        if let period = use.period, !period.takes(content.variants.textIndex(row), year: year) { continue }
        let cell = use.slot * width + year
        if let old = shares[cell], old.count.denominator != 0 { continue }
        let count = use.reader.read(row, position: school * width + year)
        if shares[cell] == nil || count.denominator != 0 { shares[cell] = Share(count: count, source: source) }
      }
      for use in readers.meanUses[uses] {
        let cell = use.slot * width + year
        if let old = means[cell], old.score.value != nil { continue }
        var mean = Mean(score: use.scores[row], pupils: use.pupils?.count(at: row), interval: nil, source: source)
        if let lower = use.lower?.millionths(at: row), let upper = use.upper?.millionths(at: row) {
          mean.interval = ConfidenceInterval(lower: Double(lower) / 1_000_000, upper: Double(upper) / 1_000_000)
        }
        means[cell] = mean
      }
    }
  }

  func share(_ slot: Int, _ year: Int) -> Share? { shares[slot * width + year] }
  func mean(_ slot: Int, _ year: Int) -> Mean? { means[slot * width + year] }
}
