import SchoolStatistics

/// Which shares and means each table can give, by pupil group, resolved once.
struct TableReaders: Sendable {
  struct ShareUse: Sendable {
    var slot: Int
    var reader: ShareReader
    var period: PeriodChoice?
    var scope: UInt8
  }
  struct MeanUse: Sendable {
    var slot: Int
    var scores: FigureColumn
    var pupils: FigureColumn?
    var lower: FigureColumn?
    var upper: FigureColumn?
  }

  private(set) var shares: [ShareSlot] = []
  private(set) var means: [MeanSlot] = []
  /// Table × groups + group.
  private(set) var shareUses: [[ShareUse]] = []
  private(set) var meanUses: [[MeanUse]] = []
  private(set) var usedTables: [Int] = []
  private var sharePositions: [ShareSlot: Int] = [:]
  private var meanPositions: [MeanSlot: Int] = [:]

  /// The slot's position among a school's cells.
  mutating func slot(_ slot: ShareSlot) -> Int {
    if let position = sharePositions[slot] { return position }
    sharePositions[slot] = shares.count
    shares.append(slot)
    return shares.count - 1
  }

  mutating func slot(_ slot: MeanSlot) -> Int {
    if let position = meanPositions[slot] { return position }
    meanPositions[slot] = means.count
    means.append(slot)
    return means.count - 1
  }

  mutating func resolve(_ study: Study) {
    let groups = PupilGroup.allCases.count
    shareUses = [[ShareUse]](repeating: [], count: study.data.tables.count * groups)
    meanUses = [[MeanUse]](repeating: [], count: study.data.tables.count * groups)
    for (table, content) in study.data.tables.enumerated() where content.level == .school {
      var isUsed = false
      for (position, slot) in shares.enumerated() {
        guard let reader = ShareReader(content, slot.share, cohorts: study.pooling.cohorts) else { continue }
        isUsed = true
        shareUses[table * groups + slot.group.ordinal].append(
          ShareUse(
            slot: position, reader: reader,
            period: slot.share.hasPeriod ? PeriodChoice(content.variants, periods: study.pooling.periods) : nil,
            scope: slot.share.schools.bit))
      }
      for (position, slot) in means.enumerated() {
        guard let scores = content.column(slot.mean.measure)?.figures else { continue }
        isUsed = true
        meanUses[table * groups + slot.group.ordinal].append(
          MeanUse(
            slot: position, scores: scores, pupils: content.counts(slot.mean.weight)?.figures,
            lower: slot.mean.lower.flatMap { content.column($0)?.figures },
            upper: slot.mean.upper.flatMap { content.column($0)?.figures }))
      }
      if isUsed { usedTables.append(table) }
    }
  }
}
