import SchoolStatistics

/// What the schools of one area and year add up to for one share.
struct PoolCell: Sendable {
  var numerator = 0
  var denominator = 0
  /// Sum of percentage × pupils, in millionths: what the mean is made of where pupils only weight it. Sessions, which
  /// weight nothing, may run over it.
  var weighted = 0
  var schools: Int32 = 0
  /// Schools whose rows have no usable figure, and those known from other years that have no row.
  var missingSchools: Int32 = 0
  var missingPupils = 0
  /// Missing schools whose cohort is not known either.
  var unknownCohorts: Int32 = 0
  var missingSpecial: Int32 = 0
  var suppressed: Int32 = 0
  /// Schools whose count was worked out from a percentage.
  var estimated: Int32 = 0
  /// Schools whose percentage is weighted by pupils other than its own denominator.
  var substituted: Int32 = 0
  /// Schools that give a percentage and no pupils at all.
  var valueOnly: Int32 = 0
  /// How far the estimated numerators can be off, in millionths of a pupil.
  var error = 0
  /// Of an England or region cell: authorities with data.
  var authorities: Int32 = 0
  /// True where rows about the authority itself took the place of its schools.
  var isAuthorityRow = false
  /// The weightiest reason why something is missing: `MissingReason.rawValue`, 0 where nothing is.
  var reason: UInt8 = 0
  /// Schools with a row, whatever it says: tells a place without data from one whose data are missing.
  var hasRow: Bool { schools > 0 || missingSchools > 0 || valueOnly > 0 || reason > 0 }

  /// Per cent, exact.
  var percent: Rational? {
    guard denominator > 0 else { return nil }
    if substituted > 0 { return Rational(weighted) / Rational(denominator) / Rational(1_000_000) }
    return .percent(numerator, of: denominator)
  }

  /// How far the percentage may be off, in percentage points, for percentages that were published rounded.
  var rounding: Rational { denominator > 0 ? Rational(Int64(error), 10_000) / Rational(denominator) : Rational(0) }

  mutating func add(_ numerator: Int, of denominator: Int) {
    self.numerator += numerator
    self.denominator += denominator
    weighted &+= numerator &* 100_000_000
    schools += 1
  }

  mutating func add(_ count: ShareCount) {
    numerator += count.numerator
    denominator += count.denominator
    weighted &+= count.percent >= 0 ? Int(count.percent) &* count.denominator : count.numerator &* 100_000_000
    schools += 1
    error += count.error
    if count.isEstimated { estimated += 1 }
    if count.isSubstituted { substituted += 1 }
  }

  mutating func note(_ missing: MissingReason) {
    if reason == 0 || missing.rawValue < reason { reason = missing.rawValue }
  }

  static func += (a: inout PoolCell, b: PoolCell) {
    a.numerator += b.numerator
    a.denominator += b.denominator
    a.weighted &+= b.weighted
    a.schools += b.schools
    a.missingSchools += b.missingSchools
    a.missingPupils += b.missingPupils
    a.unknownCohorts += b.unknownCohorts
    a.missingSpecial += b.missingSpecial
    a.suppressed += b.suppressed
    a.estimated += b.estimated
    a.substituted += b.substituted
    a.valueOnly += b.valueOnly
    a.error += b.error
    a.authorities += b.denominator > 0 ? 1 : 0
    if let reason = MissingReason(rawValue: b.reason) { a.note(reason) }
  }
}
