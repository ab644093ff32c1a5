import SchoolStatistics

/// Who is on roll in one year (canonical table `context`).
struct ContextRecord: Sendable {
  var year: AcademicYear
  var roll: Figure
  var freeMeals: Figure
  var specialNeeds: Figure
  var additionalLanguage: Figure
  var inCare: Figure
  var priorAttainment: Figure

  /// The newest year up to `year`, or nil.
  static func latest(_ rows: [RowsBySchool.Row], until year: AcademicYear) -> ContextRecord? {
    rows.filter { $0.year <= year }.max { $0.year < $1.year }.map { row in
      ContextRecord(
        year: row.year, roll: row.figure("roll"), freeMeals: row.figure("roll_fsm"),
        specialNeeds: row.figure("roll_sen"),
        additionalLanguage: row.figure("roll_eal"), inCare: row.figure("roll_cic"),
        priorAttainment: row.figure("prior_attainment"))
    }
  }

  /// A share of the roll as text; small numbers and reasons are said, not shown.
  func share(_ figure: Figure, minimum: Int) -> String {
    guard let part = figure.count, let whole = roll.count, whole > 0 else {
      return figure.reason?.title ?? "not available"
    }
    guard whole >= minimum else { return "too few" }
    return Rational.percent(part, of: whole).text(decimals: 0) + "%"
  }
}
