/// A value-added score of a school in one year.
public struct ValueAddedRecord: YearlyRecord {
  public static let table = "value_added"

  public var school: Int
  public var year: AcademicYear
  /// `cva_ks2_ks4`
  public var measure: String
  public var score: Figure
  public var lower: Figure
  public var upper: Figure
  /// Per cent of the pupils in the measure, and the pupils.
  public var coverage: Figure
  public var pupils: Figure
  /// The percentile rank as published.
  public var percentile: Figure
  public var source: SourceLine

  public init?(_ row: TableRow) {
    (school, year, measure, source) = (row.school, row.year, row.variant, row.source)
    (score, lower, upper) = (row.figure("va_score"), row.figure("va_ci_lower"), row.figure("va_ci_upper"))
    (coverage, pupils) = (row.figure("va_coverage"), row.figure("va_pupils"))
    percentile = row.figure("va_percentile")
  }
}
