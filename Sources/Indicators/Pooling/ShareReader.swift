import Rulebook
import SchoolStatistics

/// A school's numerator and denominator, or why there are none.
struct ShareCount: Sendable {
  var numerator = 0
  /// -1 where the file gives a percentage and no pupils; 0 where there is no usable figure.
  var denominator = 0
  /// The percentage as published, in millionths; -1 where counts were given.
  var percent: Int64 = -1
  /// How far the numerator can be off, in millionths of a pupil.
  var error = 0
  /// True where the denominator is not the share's own.
  var isSubstituted = false
  /// `MissingReason.rawValue`, 0 where there is a figure.
  var reason: UInt8 = 0
  /// Pupils that a missing figure is about; -1 where not known or not missing.
  var cohort = -1

  var isEstimated: Bool { percent >= 0 }

  /// Per cent: as published where it was, else from the counts.
  var value: Rational? {
    if percent >= 0 { return Rational(millionths: percent) }
    return denominator > 0 ? .percent(numerator, of: denominator) : nil
  }
}

/// Reads one share from the rows of one table; the columns are found once.
///
/// Percentages become counts as rulebook §12 says: half up, exact where only one count fits the percentage.
struct ShareReader: Sendable {
  private var numerator: FigureColumn
  private var addend: FigureColumn?
  private var isComplement = false
  /// Nil where the numerator is a count.
  private(set) var decimals: Int?
  private var denominator: FigureColumn?
  private var cohort: FigureColumn?
  /// Cohorts from any table, by school and year, for a file without denominators; 0 where not known.
  private var elsewhere: [Int32]
  private var isSubstituted = false
  /// True where counts stand in the rows as they are used.
  private let isPlain: Bool

  /// Nil where the table says nothing about the share.
  init?(_ table: DataTable, _ share: ShareCalculation, cohorts: CohortTables) {
    guard let source = Self.numerator(table, share) else { return nil }
    numerator = source.column.figures
    addend = source.addend?.figures
    isComplement = source.isComplement
    var denominators = [share.denominator]
    if case .percent(let of, let decimals) = source.column.unit {
      self.decimals = decimals
      if let of, of != share.denominator { denominators.insert(of, at: 0) }
    }
    let found = denominators.lazy.compactMap { table.counts($0) }.first
    denominator = found?.figures
    elsewhere = []
    // Pupils who only stand in for those in the measure, where the file has no better.
    isSubstituted =
      decimals != nil && found != nil && found?.measure == share.weight && found?.measure != share.denominator
    if denominator == nil {
      if let found = cohorts[share.denominator] {
        elsewhere = found
      } else if let weight = share.weight, decimals != nil {
        isSubstituted = true
        denominator = table.counts(weight)?.figures
        if denominator == nil { elsewhere = cohorts[weight] ?? [] }
      }
    }
    cohort = table.counts(share.cohort)?.figures
    isPlain = decimals == nil && addend == nil && !isComplement && denominator != nil
  }

  private static func numerator(_ table: DataTable, _ share: ShareCalculation) -> (
    column: DataColumn, addend: DataColumn?, isComplement: Bool
  )? {
    if let column = table.counts(share.numerator) { return (column, nil, false) }
    if share.sum.count == 2, let first = table.counts(share.sum[0]), let second = table.counts(share.sum[1]) {
      return (first, second, false)
    }
    if let measure = share.complement, let column = table.counts(measure) { return (column, nil, true) }
    if let column = table.column(share.numerator) { return (column, nil, false) }
    if let measure = share.complement, let column = table.column(measure) { return (column, nil, true) }
    return nil
  }

  /// The counts of a row that gives both, as nearly every row does; nil where `read` has more to say.
  func counts(_ row: Int) -> (numerator: Int, denominator: Int)? {
    guard isPlain, let value = numerator.count(at: row), let pupils = denominator?.count(at: row), pupils > 0 else {
      return nil
    }
    return (value, pupils)
  }

  /// `position` is the row's school × years + year, for cohorts from other tables; -1 for rows about authorities.
  func read(_ row: Int, position: Int) -> ShareCount {
    var count = ShareCount()
    var pupils = denominator?.count(at: row)
    if denominator == nil, position >= 0, position < elsewhere.count, elsewhere[position] > 0 {
      pupils = Int(elsewhere[position])
    }
    if let decimals { readPercent(row, decimals, pupils, &count) } else { readCount(row, pupils, &count) }
    if count.denominator <= 0, count.cohort < 0, let pupils = cohort?.count(at: row) { count.cohort = pupils }
    return count
  }

  private func readCount(_ row: Int, _ pupils: Int?, _ count: inout ShareCount) {
    guard var value = numerator.count(at: row) else {
      count.reason = missing(numerator, row)
      return
    }
    if let addend {
      guard let second = addend.count(at: row) else {
        count.reason = missing(addend, row)
        return
      }
      value += second
    }
    guard let pupils else {
      count.reason = denominator.map { missing($0, row) } ?? MissingReason.notSupplied.rawValue
      return
    }
    guard pupils > 0 else {
      count.reason = MissingReason.noEntries.rawValue
      count.cohort = 0
      return
    }
    count.numerator = isComplement ? pupils - value : value
    count.denominator = pupils
  }

  private func readPercent(_ row: Int, _ decimals: Int, _ pupils: Int?, _ count: inout ShareCount) {
    guard var percent = numerator.millionths(at: row) else {
      count.reason = missing(numerator, row)
      return
    }
    if isComplement { percent = 100_000_000 - percent }
    count.percent = percent
    guard let pupils, pupils > 0 else {
      count.denominator = -1
      return
    }
    count.denominator = pupils
    count.numerator = Int(clamping: (2 * Int128(percent) * Int128(pupils) + 100_000_000) / 200_000_000)
    count.isSubstituted = isSubstituted
    var steps = 1
    for _ in 0..<decimals { steps *= 10 }
    // One count fits a percentage to d decimals where a pupil is worth at least one step of it.
    if pupils > 100 * steps { count.error = (pupils * 5000 + steps - 1) / steps }
  }

  private func missing(_ column: FigureColumn, _ row: Int) -> UInt8 { (column.reason(at: row) ?? .unreadable).rawValue }
}

extension DataTable {
  /// The column of a measure that holds counts, or nil.
  func counts(_ measure: Measure) -> DataColumn? { columns.first { $0.measure == measure && $0.unit == .count } }
}
