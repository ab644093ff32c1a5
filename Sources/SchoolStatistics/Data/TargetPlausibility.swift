/// What can be believed of a row of targets; whatever cannot is named by a finding, and no verdict rests on it.
public enum TargetPlausibility {
  /// Targets are set before their year, at most five years ahead.
  public static func isRound(_ round: Int, ofTargetYear year: Int) -> Bool { (year - 5..<year).contains(round) }

  /// From the school year five years before the targeted summer to that summer's end.
  public static func isDateSet(_ date: CalendarDate, forTargetYear year: Int) -> Bool {
    (year - 5...year).contains(date.academicYear.ending)
  }

  /// Per cent.
  public static func isEstimate(_ percent: Rational) -> Bool { percent >= Rational(0) && percent <= Rational(100) }

  /// The estimate for the top quartile is never below the one for the average.
  public static func areEstimates(b: Rational, d: Rational) -> Bool { d >= b }

  /// Per cent, and pupils of a cohort.
  public static func isTarget(percent: Rational?, pupils: Int?, cohort: Int?) -> Bool {
    if let pupils, let cohort, pupils > cohort { return false }
    if let percent, percent < Rational(0) || percent > Rational(100) { return false }
    return true
  }
}
