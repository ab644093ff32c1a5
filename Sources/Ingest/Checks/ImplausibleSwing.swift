import SchoolStatistics

extension Check {
  /// A school's cohort or result changes more from one year to the next than is plausible.
  static let implausibleSwing = Check(
    id: "implausible-swing", title: "Implausible change",
    description: "A school's cohort or result changes more from one year to the next than is plausible.",
    severity: .note,
    template: "{what}",
    action: "kept")
}

extension Check {
  /// The cohort of each table whose swings are looked at, and the result that is measured in it.
  private static let series: [(table: String, cohort: Measure, result: Measure)] = [
    ("ks2_results", "ks2_eligible", "ks2_l4_em"), ("ks2_results", "ks2_eligible", "ks2_rwm_expected"),
    ("ks4_results", "ks4_pupils", "ks4_5ac_em"), ("ks4_results", "ks4_pupils", "ks4_em_94"),
  ]

  private struct Point {
    var year: Int
    var cohort: Int?
    var percent: Rational?
    var table: Int
    var row: Int
  }

  /// Schools whose cohort more than doubles or halves, by 60 pupils or more, or whose result moves by more than 50
  /// points with 30 pupils or more in both years.
  static func implausibleSwings(_ tables: [CheckedTable], schools: [School]) -> [Finding] {
    var findings: [Finding] = []
    for (name, cohort, result) in series {
      var points: [Int32: [Point]] = [:]
      for (index, checked) in tables.enumerated() where checked.table.name == name && checked.table.level == .school {
        let table = checked.table
        guard let cohorts = table.column(cohort), cohorts.unit == .count else { continue }
        let results = table.column(result)
        for row in 0..<table.count where table.groups[row] == .all {
          let pupils = cohorts.figures.count(at: row)
          var percent: Rational?
          if let results, let value = results.figures[row].value, let pupils, pupils > 0 {
            if case .count = results.unit {
              percent = value * Rational(100) / Rational(pupils)
            } else {
              percent = value
            }
          }
          points[table.places[row], default: []].append(
            Point(year: Int(table.years[row]), cohort: pupils, percent: percent, table: index, row: row))
        }
      }
      let isFirst = series.first { $0.table == name }?.result == result
      for (_, series) in points where series.count > 1 {
        let series = series.sorted { $0.year < $1.year }
        for (before, after) in zip(series, series.dropFirst()) where after.year == before.year + 1 {
          guard let a = before.cohort, let b = after.cohort else { continue }
          let checked = tables[after.table]
          if isFirst, abs(a - b) >= 60, a > 2 * b || b > 2 * a {
            findings.append(
              checked.finding(
                .implausibleSwing, ["what": "the cohort went from \(a) in \(before.year) to \(b) in \(after.year)"],
                row: after.row,
                column: checked.header(cohort), value: .count(b)))
          }
          if let x = before.percent, let y = after.percent, a >= 30, b >= 30, (x - y).magnitude > Rational(50) {
            findings.append(
              checked.finding(
                .implausibleSwing,
                [
                  "what":
                    "the result went from \(x.text(decimals: 0))% in \(before.year) to \(y.text(decimals: 0))% in \(after.year)"
                ],
                row: after.row, column: checked.header(result), value: checked.table.figure(result, after.row)))
          }
        }
      }
    }
    return findings
  }
}
