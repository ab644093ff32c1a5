/// What a school set for one year and measure.
public struct TargetRecord: YearlyRecord {
  public static let table = "targets"

  public var school: Int
  /// The year that the target is for.
  public var year: AcademicYear
  /// The year in which it was set.
  public var roundYear: AcademicYear
  public var measure: Measure
  public var cohort: Int?
  /// As given, else worked out from percentage and cohort, half up (rulebook §5.2); counts win over percentages.
  public var pupils: Int?
  /// 100 × pupils ÷ cohort where both are known, else the percentage as given.
  public var percent: Figure
  public var estimateB: Figure
  public var estimateD: Figure
  /// Pupils whose prior attainment points to the threshold.
  public var priorAttainmentPupils: Int?
  public var matched: Int?
  /// Pupils predicted to make less than expected progress.
  public var predictedBelow: Int?
  public var dateSet: CalendarDate?
  public var isExceptional: Bool
  public var exceptionalReason: String
  public var decidedBy: String
  /// As written in the file.
  public var decidedOn: String
  public var source: SourceLine

  /// The target itself without anything beside it.
  package init(
    school: Int, year: AcademicYear, roundYear: AcademicYear, measure: Measure, cohort: Int?, pupils: Int?,
    percent given: Figure = .missing(.blank), source: SourceLine
  ) {
    (self.school, self.year, self.roundYear, self.measure) = (school, year, roundYear, measure)
    (self.cohort, self.pupils, percent, self.source) = (cohort, pupils, given, source)
    if pupils == nil, let share = given.value, let cohort {
      self.pupils = Int((share * Rational(cohort) / Rational(100)).roundedUnits(decimals: 0))
    }
    if let pupils = self.pupils, let cohort, cohort > 0 { percent = .value(.percent(pupils, of: cohort)) }
    (estimateB, estimateD) = (.missing(.notSupplied), .missing(.notSupplied))
    (isExceptional, exceptionalReason, decidedBy, decidedOn) = (false, "", "", "")
  }

  public init?(_ row: TableRow) {
    let round = row.count("target_round_year").map { AcademicYear(ending: $0) }
    self.init(
      school: row.school, year: row.year, roundYear: round ?? row.year - 2, measure: Measure(row.variant),
      cohort: row.count("target_cohort"), pupils: row.count("target_pupils"), percent: row.figure("target_percent"),
      source: row.source)
    (estimateB, estimateD) = (row.figure("estimate_b"), row.figure("estimate_d"))
    priorAttainmentPupils = row.count("target_prior_attainment_pupils")
    matched = row.count("target_matched")
    predictedBelow = row.count("target_predicted_below_expected")
    dateSet = row.date("date_set")
    isExceptional = Bool(written: row.text("exceptional")) ?? false
    (exceptionalReason, decidedBy) = (row.text("exceptional_reason"), row.text("decided_by"))
    decidedOn = row.text("decided_on")
  }

  /// Whether there is a target at all.
  public var isSet: Bool { percent.value != nil }
  /// An exemption counts only with its reason and with who decided it.
  public var isExempted: Bool { isExceptional && !exceptionalReason.isEmpty && !decidedBy.isEmpty }
}
