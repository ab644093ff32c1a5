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
  /// 100 × pupils ÷ cohort where both are known, else the percentage as given; not confirmed where it cannot be
  /// believed.
  var percent: Figure
  /// Decimals to which a given percentage is stated; nil where it is worked out from pupils.
  var percentDecimals: Int?
  /// Whether the row holds a target at all, believed or not; without one it is a line for the discussion.
  var isSet: Bool
  var estimateB: Figure
  var estimateD: Figure
  var estimateDecimals: Int?
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
      percent: .missing(.blank), percentDecimals: nil, isSet: pupils != nil, estimateB: .missing(.notSupplied),
      estimateD: .missing(.notSupplied), estimateDecimals: nil, priorAttainmentPupils: nil, matched: nil,
      predictedBelow: nil, dateSet: nil, isExceptional: false, exceptionalReason: "", decidedBy: "", decidedOn: "",
      source: source)
    if let pupils, let cohort, cohort > 0 { percent = .value(.percent(pupils, of: cohort)) }
  }

  /// What can be believed of a row; findings name the rest.
  init(
    _ rows: SchoolRows, _ at: SchoolRows.Position, _ decimals: StatedDecimals, school: Int, year: AcademicYear,
    variant: String
  ) {
    let cohort = rows.figure("target_cohort", at).count
    let given = rows.figure("target_percent", at)
    let counted = rows.figure("target_pupils", at).count
    let isBelieved = TargetPlausibility.isTarget(percent: given.value, pupils: counted, cohort: cohort)
    var pupils = counted
    if pupils == nil, let percent = given.value, let cohort {
      pupils = Int((percent * Rational(cohort) / Rational(100)).roundedUnits(decimals: 0))
    }
    let source = rows.source(at)
    let round = rows.figure("target_round_year", at).count
      .flatMap { TargetPlausibility.isRound($0, ofTargetYear: year.ending) ? AcademicYear(ending: $0) : nil }
    let (b, d) = Self.believed(rows.figure("estimate_b", at), rows.figure("estimate_d", at))
    self.init(
      school: school, targetYear: year, roundYear: round ?? year - 2, measure: Measure(variant), cohort: cohort,
      pupils: isBelieved ? pupils : nil, percent: isBelieved ? given : .missing(.notConfirmed),
      percentDecimals: decimals.of("target_percent", source: source.source),
      isSet: counted != nil || given.value != nil, estimateB: b, estimateD: d,
      estimateDecimals: min(
        decimals.of("estimate_b", source: source.source), decimals.of("estimate_d", source: source.source)),
      priorAttainmentPupils: rows.figure("target_prior_attainment_pupils", at).count,
      matched: rows.figure("target_matched", at).count,
      predictedBelow: rows.figure("target_predicted_below_expected", at).count,
      dateSet: CalendarDate(written: rows.text("date_set", at)).flatMap {
        TargetPlausibility.isDateSet($0, forTargetYear: year.ending) ? $0 : nil
      },
      isExceptional: TargetPlausibility.yes.contains(rows.text("exceptional", at).lowercased()),
      exceptionalReason: rows.text("exceptional_reason", at), decidedBy: rows.text("decided_by", at),
      decidedOn: rows.text("decided_on", at), source: source)
    guard isBelieved, let pupils, let cohort, cohort > 0 else { return }
    (percent, percentDecimals) = (.value(.percent(pupils, of: cohort)), nil)
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
