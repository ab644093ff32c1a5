/// Absence of a school in one year and period.
public struct AttendanceRecord: YearlyRecord {
  public static let table = "attendance"

  public var school: Int
  public var year: AcademicYear
  /// `five_half_terms`; empty where the file does not say.
  public var period: String
  public var possible: Figure
  public var authorised: Figure
  public var unauthorised: Figure
  /// Sessions missed, where the file gives them together.
  public var total: Figure
  public var enrolments: Figure
  public var persistent: Figure
  public var source: SourceLine

  public init?(_ row: TableRow) {
    (school, year, period, source) = (row.school, row.year, row.variant, row.source)
    (possible, authorised) = (row.figure("possible_sessions"), row.figure("authorised_absence"))
    (unauthorised, total) = (row.figure("unauthorised_absence"), row.figure("absence"))
    (enrolments, persistent) = (row.figure("enrolments"), row.figure("persistent_absentees"))
  }

  /// Sessions missed, authorised or not.
  public var missed: Figure {
    if total.count == nil, let a = authorised.count, let u = unauthorised.count { return .count(a + u) }
    return total
  }
}
