import Rulebook
import SchoolStatistics

/// One school's share as tests compare it.
struct TestedShare: Sendable {
  var numerator: Int32 = 0
  /// 0 where there is no figure, -1 where there is a percentage alone.
  var denominator: Int32 = 0
  /// As published, in millionths; -1 where counts were given.
  var percent: Int64 = -1

  var value: Rational? {
    if percent >= 0 { return Rational(millionths: percent) }
    return denominator > 0 ? .percent(Int(numerator), of: Int(denominator)) : nil
  }

  /// `16 of 31 (51.6%)`, or the percentage alone.
  var text: String {
    guard let value else { return "no figure" }
    return percent >= 0 ? "\(value.text(decimals: 1))%" : "\(numerator) of \(denominator) (\(value.text(decimals: 1))%)"
  }
}

/// One share of all schools and years, packed: eight bytes each where files give counts.
struct TestedShares: Sendable {
  private var counts: [(numerator: Int32, denominator: Int32)]
  /// Empty until a percentage comes.
  private var percents: [Int64] = []

  /// Without any figure.
  init(count: Int) { counts = Array(repeating: (0, 0), count: count) }

  static let none = TestedShares(count: 0)
  var isEmpty: Bool { counts.isEmpty }

  subscript(position: Int) -> TestedShare {
    get {
      TestedShare(
        numerator: counts[position].numerator, denominator: counts[position].denominator,
        percent: percents.isEmpty ? -1 : percents[position])
    }
    set {
      counts[position] = (newValue.numerator, newValue.denominator)
      if percents.isEmpty {
        if newValue.percent < 0 { return }
        percents = Array(repeating: -1, count: counts.count)
      }
      percents[position] = newValue.percent
    }
  }
}

/// The figures of every school that tests compare, by school × years + year.
struct SchoolFigures: Sendable {
  private(set) var shares: [String: TestedShares] = [:]
  private(set) var scores: [ScoreKey: [Int64]] = [:]
  static let noScore = Int64.min

  struct ScoreKey: Hashable, Comparable, Sendable {
    var measure: Measure
    var variant: String
    static func < (a: Self, b: Self) -> Bool { (a.measure, a.variant) < (b.measure, b.variant) }
  }

  init(_ study: Study, shares ids: Set<String>, scores keys: Set<ScoreKey>, jobs: Int) {
    let wanted = ids.sorted().compactMap { id in study.share(id).map { (id: id, share: $0) } }
    let read = mapInParallel(wanted.count, block: 1, jobs: jobs) { Self.read(study, wanted[$0].share) }
    for (share, figures) in zip(wanted, read) { shares[share.id] = figures }
    let sorted = keys.sorted()
    let numbers = mapInParallel(sorted.count, block: 1, jobs: jobs) { Self.read(study, sorted[$0]) }
    for (key, figures) in zip(sorted, numbers) { scores[key] = figures }
  }

  private static func read(_ study: Study, _ share: ShareCalculation) -> TestedShares {
    let width = study.years.count
    var figures = TestedShares(count: study.data.schools.count * width)
    for (table, content) in study.data.tables.enumerated() where content.level == .school {
      guard let reader = ShareReader(content, share, cohorts: study.pooling.cohorts) else { continue }
      let rows = study.pooling.rows[table]
      for row in rows.rows(share.group) {
        let position = Int(content.places[Int(row)]) * width + Int(rows.yearPositions[Int(row)])
        guard figures[position].denominator == 0 else { continue }
        let count = reader.read(Int(row), position: position)
        if count.denominator != 0 {
          figures[position] = TestedShare(
            numerator: Int32(clamping: count.numerator), denominator: Int32(clamping: count.denominator),
            percent: count.percent)
        }
      }
    }
    return figures
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
