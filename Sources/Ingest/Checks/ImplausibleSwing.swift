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

  /// A school's row about all pupils.
  private struct Point {
    var place: Int32
    var year: Int16
    var table: Int32
    var row: Int32
  }

  /// Schools whose cohort more than doubles or halves, by 60 pupils or more, or whose result moves by more than 50
  /// points with 30 pupils or more in both years.
  static func implausibleSwings(_ tables: [CheckedTable], schools: [School]) -> [Finding] {
    var findings: [Finding] = []
    for (name, cohort, result) in series {
      let isFirst = series.first { $0.table == name }?.result == result
      let positions = tables.indices.filter { index in
        tables[index].table.name == name && tables[index].table.level == .school
          && tables[index].table.column(cohort)?.unit == .count
      }
      // Columns by table, without those of other tables.
      var cohorts = [FigureColumn](repeating: FigureColumn(), count: tables.count)
      var results = cohorts
      var areCounts = [Bool](repeating: false, count: tables.count)
      for index in positions {
        cohorts[index] = tables[index].table.column(cohort)!.figures
        guard let column = tables[index].table.column(result) else { continue }
        (results[index], areCounts[index]) = (column.figures, column.unit == .count)
      }
      guard isFirst || results.contains(where: { $0.count > 0 }) else { continue }
      func percent(_ point: Point, of pupils: Int) -> Rational? {
        let table = Int(point.table)
        guard results[table].count > 0, let value = results[table][Int(point.row)].value else { return nil }
        return areCounts[table] ? value * Rational(100) / Rational(pupils) : value
      }
      let points = rowsOfAllPupils(positions, of: tables, schools: schools.count)
      for (before, after) in zip(points, points.dropFirst())
      where after.place == before.place && Int(after.year) == Int(before.year) + 1 {
        guard let a = cohorts[Int(before.table)].count(at: Int(before.row)),
          let b = cohorts[Int(after.table)].count(at: Int(after.row))
        else { continue }
        let row = Int(after.row)
        if isFirst, abs(a - b) >= 60, a > 2 * b || b > 2 * a {
          let checked = tables[Int(after.table)]
          findings.append(
            checked.finding(
              .implausibleSwing, ["what": "the cohort went from \(a) in \(before.year) to \(b) in \(after.year)"],
              row: row, column: checked.header(cohort), value: .count(b)))
        }
        if a >= 30, b >= 30, let x = percent(before, of: a), let y = percent(after, of: b),
          (x - y).magnitude > Rational(50)
        {
          let checked = tables[Int(after.table)]
          findings.append(
            checked.finding(
              .implausibleSwing,
              [
                "what":
                  "the result went from \(x.text(decimals: 0))% in \(before.year) to \(y.text(decimals: 0))% in \(after.year)"
              ],
              row: row, column: checked.header(result), value: checked.table.figure(result, row)))
        }
      }
    }
    return findings
  }

  /// The rows about all pupils of some tables, by school and year, those of one year in the order of the files.
  private static func rowsOfAllPupils(_ positions: [Int], of tables: [CheckedTable], schools: Int) -> [Point] {
    // Counted by school, put in their places, and each school's few by year: O(n).
    var ends = [Int](repeating: 0, count: schools + 1)
    func forEachPoint(_ body: (Point) -> Void) {
      for position in positions {
        let table = tables[position].table
        for row in 0..<table.count where table.groups[row] == .all && table.places[row] >= 0 {
          body(
            Point(
              place: table.places[row], year: table.years[row], table: Int32(clamping: position),
              row: Int32(clamping: row)))
        }
      }
    }
    forEachPoint { ends[Int($0.place) + 1] += 1 }
    for school in 0..<schools { ends[school + 1] += ends[school] }
    let starts = ends
    var points = [Point](repeating: Point(place: 0, year: 0, table: 0, row: 0), count: ends[schools])
    forEachPoint { point in
      var place = ends[Int(point.place)]
      ends[Int(point.place)] += 1
      while place > starts[Int(point.place)], points[place - 1].year > point.year {
        points[place] = points[place - 1]
        place -= 1
      }
      points[place] = point
    }
    return points
  }
}
