import SchoolStatistics
import Statistics

/// The official values of a place's authorities put together.
struct AuthoritiesTogether {
  var value: Rational
  var numerator: Int?
  var pupils: Int
  var authorities: Int
  /// The largest rounding of any of them.
  var rounding: Rational
}

extension Study {
  /// England or a region as its authorities' official values make it, weighted by their official cohorts, so that an
  /// authority is compared with its own kind; nil for authorities, and where too few of them have both.
  ///
  /// Source: rulebook §1.0 (official rows hold special schools, which files of schools may lack) and §6.8 (pooled).
  func officialOfAuthorities(year: Int, area: Int, _ official: (Int) -> PublishedShare?) -> AuthoritiesTogether? {
    guard area < areas.firstAuthority else { return nil }
    var (weighted, numerator, pupils, authorities) = (0, 0, 0, 0)
    var isCounted = true
    var rounding = Rational(0)
    for authority in areas.authorities where area == 0 || areas.regions[authority] == area {
      guard let share = official(cell(year, authority)), let cohort = share.denominator, cohort > 0 else { continue }
      weighted &+= Int(share.value.roundedUnits(decimals: 6)) &* cohort
      pupils += cohort
      authorities += 1
      rounding = max(rounding, share.rounding)
      if let count = share.numerator { numerator += count } else { isCounted = false }
    }
    guard pupils > 0, isCovered(Int32(clamping: authorities), year: year, area: area) else { return nil }
    return AuthoritiesTogether(
      value: isCounted ? .percent(numerator, of: pupils) : Rational(weighted) / Rational(pupils) / Rational(1_000_000),
      numerator: isCounted ? numerator : nil, pupils: pupils, authorities: authorities, rounding: rounding)
  }
}

extension AreaFigure {
  /// Puts the authorities' official values together in front, where the place has no official value of its own.
  mutating func useAuthorities(_ official: AuthoritiesTogether) {
    notes = ["put together from the official figures of \(official.authorities) authorities"]
    value = .value(official.value)
    origin = .pooled
    isEstimated = false
    counts = official.numerator.map { ($0, official.pupils) }
    children = official.pupils
    rounding = official.rounding
    test = SampledShare(pupils: official.pupils, percent: official.value, rounding: rounding)
  }
}
