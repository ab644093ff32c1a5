import SchoolStatistics

/// Absence of one year and period (canonical table `attendance`).
struct AttendanceRecord: Sendable {
  var year: AcademicYear
  var period: String
  var possible: Figure
  var authorised: Figure
  var unauthorised: Figure
  var total: Figure
  var enrolments: Figure
  var persistent: Figure

  /// By year, then period.
  static func all(_ rows: [RowsBySchool.Row], until year: AcademicYear) -> [AttendanceRecord] {
    rows.filter { $0.year <= year }.map { row in
      AttendanceRecord(
        year: row.year, period: row.variant.isEmpty ? row.text("period") : row.variant,
        possible: row.figure("possible_sessions"),
        authorised: row.figure("authorised_absence"), unauthorised: row.figure("unauthorised_absence"),
        total: row.figure("absence"), enrolments: row.figure("enrolments"),
        persistent: row.figure("persistent_absentees"))
    }.sorted { ($0.year, $0.period) < ($1.year, $1.period) }
  }

  /// Sessions missed, authorised or not.
  var missed: Figure {
    if let a = authorised.count, let u = unauthorised.count { return .count(a + u) }
    return total
  }

  /// The period in words: rates of different periods are not comparable (rulebook §1.6).
  var periodTitle: String {
    switch period {
    case "five_half_terms": "five half terms"
    case "six_half_terms": "six half terms"
    case "autumn_spring": "autumn and spring terms"
    case "autumn": "autumn term"
    case "": "period not stated"
    default: period.replacing("_", with: " ")
    }
  }

  /// A share of sessions in per cent with two decimals (RAISEonline's absence rates), or the reason.
  func rate(_ figure: Figure) -> String {
    guard let part = figure.count, let whole = possible.count, whole > 0 else {
      return figure.reason?.title ?? possible.reason?.title ?? "not available"
    }
    return Rational.percent(part, of: whole).text(decimals: 1) + "%"
  }
}
