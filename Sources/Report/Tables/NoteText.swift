import Indicators
import SchoolStatistics

/// What is to be said of a figure in a few words: in the `note` column of tables and beneath figures on pages.
enum NoteText {
  /// Why it is missing, where it comes from, what it does not compare with.
  static func parts(_ value: IndicatorValue) -> [String] {
    var parts: [String] = []
    if let reason = value.value.reason { parts.append(reason.title) }
    if value.origin == .published { parts.append("published figure") }
    if value.isEstimated { parts.append("estimated from percentages") }
    if let change = value.breakBefore { parts.append("break in series: " + change) }
    if let reason = value.unrankedReason { parts.append(reason) }
    if let reason = value.standing?.unbandedReason, !reason.isEmpty { parts.append(reason) }
    for note in value.notes where !parts.contains(note) { parts.append(note) }
    return parts
  }

  /// `rests on 16 of 22 schools`, where that is fewer than the given share of those expected; nil for an official
  /// figure, whose own cohort the files need not hold.
  static func coverage(_ value: IndicatorValue, below percent: Int = 90) -> String? {
    guard value.origin == .pooled, value.value.value != nil, let coverage = value.coverage else { return nil }
    func rests(_ n: Int, _ expected: Int, _ noun: String) -> String? {
      guard n * 100 < expected * percent else { return nil }
      return "rests on \(FigureText.count(n)) of \(FigureText.count(expected, noun))"
    }
    return rests(coverage.schools, coverage.schoolsExpected, "school")
      ?? rests(coverage.pupils, coverage.pupilsExpected, "pupil")
  }

  /// For an area's row, which has no other place for the pooled years.
  static func table(_ value: IndicatorValue, decimals: Int) -> String {
    var parts = parts(value)
    if let pooled = value.pooledYears {
      let counts = "\(pooled.numerator) of \(pooled.denominator)"
      parts.append("\(pooled.years.count) years pooled: \(counts), \(pooled.percent.text(decimals: decimals))%")
    }
    return parts.count == 1 ? parts[0] : parts.joined(separator: "; ")
  }
}
