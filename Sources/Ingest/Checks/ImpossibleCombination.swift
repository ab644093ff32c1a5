import SchoolStatistics

extension Check {
  /// Two figures of a row contradict each other (rulebook section 12).
  static let impossibleCombination = Check(
    id: "impossible-combination", title: "Figures that cannot both be true",
    description: "Two figures of a row contradict each other (rulebook section 12).",
    severity: .error,
    template: "{value} {relation} {other} of '{measure}'",
    action: "kept")
}

extension CheckedTable {
  /// Pairs of measures of which the first is never above the second (rulebook section 12).
  private static let ordered: [(Measure, Measure)] = [
    ("ks2_l4_em", "ks2_l4_english"), ("ks2_l4_em", "ks2_l4_maths"), ("ks2_rwm_higher", "ks2_rwm_expected"),
    ("ks2_2lp_english_matched", "ks2_eligible"), ("ks2_2lp_maths_matched", "ks2_eligible"),
    ("ks4_5ac_em", "ks4_ac_em"), ("ks4_5ac_em", "ks4_5ac_any"), ("ks4_em_95", "ks4_em_94"),
    ("ks4_3lp_english_matched", "ks4_pupils"), ("ks4_3lp_maths_matched", "ks4_pupils"),
    ("va_ci_lower", "va_score"), ("va_score", "va_ci_upper"), ("ks4_progress_8_lower", "ks4_progress_8"),
    ("ks4_progress_8", "ks4_progress_8_upper"),
  ]

  /// Figures of a row that contradict each other.
  func impossibleCombinations() -> [Finding] {
    var findings: [Finding] = []
    for (lower, upper) in Self.ordered {
      guard let a = table.column(lower), let b = table.column(upper), Self.areComparable(a.unit, b.unit) else {
        continue
      }
      guard a.figures.isAbove(b.figures) else { continue }
      for row in 0..<table.count {
        guard let x = a.figures[row].value, let y = b.figures[row].value, x > y else { continue }
        findings.append(
          finding(
            .impossibleCombination, ["relation": "is above", "other": Figure.value(y).text, "measure": b.header],
            row: row,
            column: a.header, value: .value(x)))
      }
    }
    return findings
  }

  private static func areComparable(_ a: FigureUnit, _ b: FigureUnit) -> Bool {
    switch (a, b) {
    case (.percent, .percent), (.count, .count), (.number, .number): true
    default: false
    }
  }
}
