import SchoolStatistics

/// One row of the targets table: what a school set for one year and measure.
struct TargetRecord: Sendable {
  var school: Int
  var targetYear: AcademicYear
  var roundYear: AcademicYear
  var measure: Measure
  var cohort: Int?
  /// As given, else worked out from percentage and cohort, half up (rulebook §5.2); counts win over percentages.
  var pupils: Int?
  /// 100 × pupils ÷ cohort where both are known, else the percentage as given.
  var percent: Figure
  var estimateB: Figure
  var estimateD: Figure
  /// Pupils whose prior attainment points to the threshold.
  var priorAttainmentPupils: Int?
  var matched: Int?
  /// Pupils predicted to make less than expected progress.
  var predictedBelow: Int?
  var dateSet: CalendarDate?
  var isExceptional: Bool
  var exceptionalReason: String
  var decidedBy: String
  var decidedOn: String
  var source: SourceLine
}

extension TargetRecord {
  /// The record without anything in it but the target itself, for rows that other files supply and for tests.
  init(
    school: Int, targetYear: AcademicYear, roundYear: AcademicYear, measure: Measure, cohort: Int?, pupils: Int?,
    source: SourceLine
  ) {
    self.init(
      school: school, targetYear: targetYear, roundYear: roundYear, measure: measure, cohort: cohort, pupils: pupils,
      percent: .missing(.blank), estimateB: .missing(.notSupplied), estimateD: .missing(.notSupplied),
      priorAttainmentPupils: nil, matched: nil, predictedBelow: nil, dateSet: nil, isExceptional: false,
      exceptionalReason: "", decidedBy: "", decidedOn: "", source: source)
    if let pupils, let cohort, cohort > 0 { percent = .value(.percent(pupils, of: cohort)) }
  }

  init(_ rows: SchoolRows, _ at: SchoolRows.Position, school: Int, year: AcademicYear, variant: String) {
    let cohort = rows.figure("target_cohort", at).count
    let given = rows.figure("target_percent", at)
    var pupils = rows.figure("target_pupils", at).count
    if pupils == nil, let percent = given.value, let cohort {
      pupils = Int((percent * Rational(cohort) / Rational(100)).roundedUnits(decimals: 0))
    }
    let round = rows.figure("target_round_year", at).count.map { AcademicYear(ending: $0) }
    let flag = rows.text("exceptional", at).lowercased()
    self.init(
      school: school, targetYear: year, roundYear: round ?? year - 2, measure: Measure(variant), cohort: cohort,
      pupils: pupils, percent: given, estimateB: rows.figure("estimate_b", at),
      estimateD: rows.figure("estimate_d", at),
      priorAttainmentPupils: rows.figure("target_prior_attainment_pupils", at).count,
      matched: rows.figure("target_matched", at).count,
      predictedBelow: rows.figure("target_predicted_below_expected", at).count,
      dateSet: CalendarDate(written: rows.text("date_set", at)),
      isExceptional: ["y", "yes", "true", "1"].contains(flag),
      exceptionalReason: rows.text("exceptional_reason", at), decidedBy: rows.text("decided_by", at),
      decidedOn: rows.text("decided_on", at), source: rows.source(at))
    if let pupils, let cohort, cohort > 0 { percent = .value(.percent(pupils, of: cohort)) }
  }

  /// Whether there is a target at all.
  var isSet: Bool { percent.value != nil }
}

extension CalendarDate {
  /// A date as `2009-12-31`, `31/12/2009` or `20091231`; nil where the text is none of them.
  init?(written text: String) {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "/" }).map { Int($0) }
    if parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2] {
      self.init(year: a > 31 ? a : c, month: b, day: a > 31 ? c : a)
    } else if parts.count == 1, text.count == 8, let number = parts[0] {
      self.init(year: number / 10000, month: number / 100 % 100, day: number % 100)
    } else {
      return nil
    }
  }

  /// 20091231: the date as a number that sorts.
  var digits: Int { year * 10000 + month * 100 + day }
}
