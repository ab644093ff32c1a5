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
  /// 100 × pupils ÷ cohort where both are known, else the percentage as given; not confirmed where it cannot be
  /// believed.
  public var percent: Figure
  /// Decimals to which a given percentage is stated; nil where it is worked out from pupils.
  public var percentDecimals: Int?
  /// Whether the row holds a target at all, believed or not; without one it is a line for the discussion.
  public var isSet: Bool
  public var estimateB: Figure
  public var estimateD: Figure
  /// Decimals to which the coarser of the estimates is stated.
  public var estimateDecimals: Int?
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
    isSet = pupils != nil || given.value != nil || given == .missing(.contradicted)
    (estimateB, estimateD) = (.missing(.notSupplied), .missing(.notSupplied))
    (isExceptional, exceptionalReason, decidedBy, decidedOn) = (false, "", "", "")
    guard TargetPlausibility.isTarget(percent: given.value, pupils: pupils, cohort: cohort),
      pupils != nil || given != .missing(.contradicted)
    else {
      (self.pupils, percent) = (nil, .missing(.notConfirmed))
      return
    }
    if pupils == nil, let share = given.value, let cohort {
      self.pupils = Int((share * Rational(cohort) / Rational(100)).roundedUnits(decimals: 0))
    }
    if let pupils = self.pupils, let cohort, cohort > 0 { percent = .value(.percent(pupils, of: cohort)) }
  }

  /// What can be believed of a row; findings name the rest.
  public init?(_ row: TableRow) {
    let round = row.count("target_round_year").flatMap {
      TargetPlausibility.isRound($0, ofTargetYear: row.year.ending) ? AcademicYear(ending: $0) : nil
    }
    self.init(
      school: row.school, year: row.year, roundYear: round ?? row.year - 2, measure: Measure(row.variant),
      cohort: row.count("target_cohort"), pupils: row.count("target_pupils"), percent: row.figure("target_percent"),
      source: row.source)
    (estimateB, estimateD) = Self.believed(row.figure("estimate_b"), row.figure("estimate_d"))
    priorAttainmentPupils = row.count("target_prior_attainment_pupils")
    matched = row.count("target_matched")
    predictedBelow = row.count("target_predicted_below_expected")
    dateSet = row.date("date_set").flatMap {
      TargetPlausibility.isDateSet($0, forTargetYear: row.year.ending) ? $0 : nil
    }
    isExceptional = Bool(written: row.text("exceptional")) ?? false
    (exceptionalReason, decidedBy) = (row.text("exceptional_reason"), row.text("decided_by"))
    decidedOn = row.text("decided_on")
  }

  /// Estimates outside 0 to 100 are not believed, nor are both where the one for the top quartile is the lower.
  private static func believed(_ b: Figure, _ d: Figure) -> (b: Figure, d: Figure) {
    func alone(_ figure: Figure) -> Figure {
      figure.value.map(TargetPlausibility.isEstimate) ?? true ? figure : .missing(.notConfirmed)
    }
    let (b, d) = (alone(b), alone(d))
    if let average = b.value, let top = d.value, !TargetPlausibility.areEstimates(b: average, d: top) {
      return (.missing(.notConfirmed), .missing(.notConfirmed))
    }
    return (b, d)
  }

  /// False for a target that is there and contradicts itself.
  public var isBelieved: Bool { !isSet || pupils != nil || percent.value != nil }

  /// An exemption counts only with its reason and with who decided it.
  public var isExempted: Bool { isExceptional && !exceptionalReason.isEmpty && !decidedBy.isEmpty }
}
