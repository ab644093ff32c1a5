import SchoolStatistics

/// The figures of every school that tests compare; scores by school × years + year.
struct SchoolFigures: Sendable {
  private(set) var shares: [String: ShareOfSchools] = [:]
  private(set) var scores: [ScoreKey: [Int64]] = [:]
  static let noScore = Int64.min

  struct ScoreKey: Hashable, Comparable, Sendable {
    var measure: Measure
    var variant: String
    static func < (a: Self, b: Self) -> Bool { (a.measure, a.variant) < (b.measure, b.variant) }
  }

  init(_ study: Study, shares ids: Set<String>, scores keys: Set<ScoreKey>, jobs: Int) {
    let wanted = ids.sorted().compactMap { id in study.share(id).map { (id: id, share: $0) } }
    let read = mapInParallel(wanted.count, block: 1, jobs: jobs) {
      ShareOfSchools(study.data, wanted[$0].share, study.years, cohorts: study.pooling.cohorts)
    }
    for (share, figures) in zip(wanted, read) { shares[share.id] = figures }
    let sorted = keys.sorted()
    let numbers = mapInParallel(sorted.count, block: 1, jobs: jobs) { Self.read(study, sorted[$0]) }
    for (key, figures) in zip(sorted, numbers) { scores[key] = figures }
  }

  private static func read(_ study: Study, _ key: ScoreKey) -> [Int64] {
    let width = study.years.count
    var figures = [Int64](repeating: noScore, count: study.data.schools.count * width)
    for (table, content) in study.data.tables.enumerated() where content.level == .school {
      guard let column = content.column(key.measure)?.figures else { continue }
      let texts = content.variants.texts
      guard texts.contains(key.variant) else { continue }
      let rows = study.pooling.rows[table]
      for row in rows.rows(.all) where texts[content.variants.textIndex(Int(row))] == key.variant {
        guard let score = column.millionths(at: Int(row)) else { continue }
        let position = Int(content.places[Int(row)]) * width + Int(rows.yearPositions[Int(row)])
        if figures[position] == noScore { figures[position] = score }
      }
    }
    return figures
  }
}

extension SchoolShare {
  /// `16 of 31 (51.6%)`, or the percentage alone.
  var text: String {
    let share = percent.text(decimals: 1) + "%"
    guard let pupils, let cohort else { return share }
    return "\(pupils) of \(cohort) (\(share))"
  }
}
