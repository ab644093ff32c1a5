import SchoolStatistics

extension Check {
  /// A percentage is not what the counts beside it give.
  static let valueAgainstCounts = Check(
    id: "value-against-counts", title: "Percentage that its counts do not give",
    description:
      "A percentage stands beside a count and its whole that give another, by more than rounding explains.",
    severity: .error,
    template: "{value}% stands beside {part} of {whole}, which is {percent}%",
    action: "left out")
}

extension CheckedTable {
  /// Targets whose percentage is more than a pupil from their pupils; the pupils are used (rulebook section 5.2).
  func targetsAgainstCounts() -> [Finding] {
    guard table.name == "targets", let percents = table.column("target_percent"),
      let pupils = table.column("target_pupils"), let cohorts = table.column("target_cohort")
    else { return [] }
    return (0..<table.count).compactMap { row in
      guard let percent = percents.figures[row].value, let part = pupils.figures.count(at: row),
        let whole = cohorts.figures.count(at: row), part <= whole, whole > 0,
        (percent * Rational(whole) / Rational(100) - Rational(part)).magnitude > Rational(1)
      else { return nil }
      return Check.valueAgainstCounts.finding(
        Check.counts(part, whole), file: path, line: Int(table.lines[row]), column: percents.header,
        value: Figure.value(percent).text, severity: .warning, action: "the pupils are used")
    }
  }
}

extension FileResult {
  /// Published percentages that are not what their counts give. A source rounds its percentages, and some round counts
  /// to five or ten.
  func publishedAgainstCounts(_ measures: MeasureList) -> [Contradiction] {
    state.areas.indices.compactMap { index in
      let area = state.areas[index]
      guard isShare(area, measures), let value = area.value.value,
        let part = area.numerator.count, let whole = area.denominator.count, whole > 0, part <= whole
      else { return nil }
      let slack = [10, 5].first { part.isMultiple(of: $0) && whole.isMultiple(of: $0) } ?? 1
      let step = area.decimals == 0 ? Rational(1) : Rational(1) / Rational(10)
      guard (value - .percent(part, of: whole)).magnitude > step + .percent(slack, of: whole) else { return nil }
      // Rates of sessions and their sums are not always of the same schools, in the department's own files too.
      let isOfSessions = measures[area.measure.id]?.unit == .sessions
      return Contradiction(
        column: isOfSessions ? nil : Int(area.column), rows: [index],
        finding: Check.valueAgainstCounts.finding(
          Check.counts(part, whole), file: plan.path, line: Int(area.line),
          column: area.slots.value < 0 ? "" : plan.name(Int(area.slots.value)), value: area.value.text,
          severity: isOfSessions ? .note : nil, action: isOfSessions ? "kept" : nil))
    }
  }
}

extension Check {
  fileprivate static func counts(_ part: Int, _ whole: Int) -> [String: String] {
    ["part": "\(part)", "whole": "\(whole)", "percent": Rational.percent(part, of: whole).text(decimals: 1)]
  }
}
