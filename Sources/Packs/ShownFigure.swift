import Indicators
import Rulebook
import SchoolStatistics

/// What a pack may show of a figure: small numbers are pooled over three years or not shown at all.
///
/// Source: rulebook §6.7 and §7.4: fewer than the year's minimum (11 to 2010) are not shown; where one of two
/// groups that make up the cohort is hidden so is the other, and never are two years and their pooled total shown
/// with the third year hidden.
enum ShownFigure: Sendable {
  case value(FigureRow)
  case pooled(FigureRow)
  case hidden(MissingReason)

  /// One figure by itself: the year, else the pooled years, else hidden.
  static func of(_ row: FigureRow?, minimum: Int) -> ShownFigure {
    guard let row else { return .hidden(.notSupplied) }
    if let reason = row.value.value.reason, row.value.pooledYears == nil { return .hidden(reason) }
    if isLarge(row, minimum) { return .value(row) }
    if let pooled = row.value.pooledYears, pooled.years.count >= 2, pooled.denominator >= minimum {
      return .pooled(row)
    }
    return .hidden(row.value.value.reason ?? .tooFew)
  }

  /// Two groups that make up the cohort: both by year, else both pooled, else both hidden.
  static func pair(_ first: FigureRow?, _ second: FigureRow?, minimum: Int) -> (ShownFigure, ShownFigure) {
    let a = of(first, minimum: minimum)
    let b = of(second, minimum: minimum)
    switch (a, b) {
    case (.value, .value): return (a, b)
    case (.hidden(let reason), _): return (a, .hidden(second == nil ? .notSupplied : reason))
    case (_, .hidden(let reason)): return (.hidden(first == nil ? .notSupplied : reason), b)
    default:
      guard let first, let second, let one = first.value.pooledYears, let other = second.value.pooledYears,
        one.denominator >= minimum, other.denominator >= minimum
      else { return (.hidden(.tooFew), .hidden(.tooFew)) }
      return (.pooled(first), .pooled(second))
    }
  }

  /// The years of a series: small years are hidden; where exactly one of the pooled years would be, the smallest
  /// of the others is hidden too, so that the pooled total does not give it away.
  static func series(_ rows: [FigureRow?], pooled: PooledYears?, minimum: Int) -> [ShownFigure] {
    var shown = rows.map { row -> ShownFigure in
      guard let row else { return .hidden(.notSupplied) }
      if let reason = row.value.value.reason { return .hidden(reason) }
      return isLarge(row, minimum) ? .value(row) : .hidden(.tooFew)
    }
    guard let pooled, isPooledShown(rows, minimum) else { return shown }
    let inPool = rows.indices.filter { index in rows[index].map { pooled.years.contains($0.value.year) } ?? false }
    let small = inPool.filter { if case .hidden(.tooFew) = shown[$0] { true } else { false } }
    if small.count == 1,
      let next = inPool.filter({ !small.contains($0) }).min(by: { (rows[$0]?.cohort ?? 0) < (rows[$1]?.cohort ?? 0) })
    {
      shown[next] = .hidden(.tooFew)
    }
    return shown
  }

  /// The pooled years are shown in place of a latest year that is too small.
  static func isPooledShown(_ rows: [FigureRow?], _ minimum: Int) -> Bool {
    guard let last = rows.last, let row = last else { return false }
    if case .pooled = of(row, minimum: minimum) { return true }
    return false
  }

  /// A score without counts is shown as published.
  private static func isLarge(_ row: FigureRow, _ minimum: Int) -> Bool {
    guard let cohort = row.cohort else { return row.value.value.value != nil }
    return cohort >= minimum
  }

  var row: FigureRow? {
    switch self {
    case .value(let row), .pooled(let row): row
    case .hidden: nil
    }
  }
}

extension PackCell {
  /// The cell of a figure: percentage and counts, or the reason.
  init(_ shown: ShownFigure, unit: IndicatorUnit = .percent, withInterval: Bool = false, band: String = "") {
    let suffix = unit == .percent ? "%" : ""
    switch shown {
    case .hidden(let reason): self.init(reason == .tooFew ? "too few" : reason.title)
    case .value(let row):
      guard let percent = row.percent else {
        self.init("not available")
        return
      }
      var small: [String] = []
      if let part = row.numerator, let whole = row.denominator { small.append("\(part.text) of \(whole.text)") }
      if withInterval, let low = row.quote("ci_lower"), let high = row.quote("ci_upper") {
        small.append("\(low.text) to \(high.text)")
      }
      self.init(percent.text.signed + suffix, small: small.joined(separator: "\n"), band: band)
    case .pooled(let row):
      guard let percent = row.quote("pooled_value"), let part = row.quote("pooled_numerator"),
        let whole = row.quote("pooled_denominator")
      else {
        self.init("too few")
        return
      }
      self.init(
        percent.text.signed + suffix,
        small: "\(part.text) of \(whole.text)\n\(row.value.pooledYears?.years.count ?? 3) years", band: band)
    }
  }
}

extension String {
  /// With a true minus sign.
  var signed: String { hasPrefix("-") ? "\u{2212}" + dropFirst() : self }
}
