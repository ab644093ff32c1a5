import SchoolStatistics

/// What an authority, a region or England adds up to in one year.
struct AreaTotals: Sendable {
  var keyStage2 = ByGroup<KeyStage2Counts>()
  var keyStage4 = ByGroup<KeyStage4Counts>()
  var earlyYears = EarlyYearsResults()

  static func += (total: inout Self, part: Self) {
    total.keyStage2 += part.keyStage2
    total.keyStage4 += part.keyStage4
    total.earlyYears += part.earlyYears
  }
}

/// Adds schools up to the authorities under whose code each year is published.
///
/// Suppressed results count; results that were never returned do not. Children in care count with the
/// authority that looks after them.
struct TotalsByAuthority {
  /// By code and year.
  private(set) var totals: [Int: [Int: AreaTotals]] = [:]

  mutating func add(_ history: SchoolHistory, country: Country) {
    let home = country.authorities[history.school.authority]
    for year in history.years where year.gap.isCounted {
      var (keyStage2, keyStage4) = (year.keyStage2, year.keyStage4)
      if let other = country.otherResponsibleAuthority(of: history.school, in: year.year) {
        let code = country.authorities[other].reportingCode(in: year.year)
        if let inCare = keyStage2?[.cic] {
          totals[code, default: [:]][year.year, default: AreaTotals()].keyStage2[.cic] += inCare
        }
        if let inCare = keyStage4?[.cic] {
          totals[code, default: [:]][year.year, default: AreaTotals()].keyStage4[.cic] += inCare
        }
        keyStage2?[.cic] = KeyStage2Counts()
        keyStage4?[.cic] = KeyStage4Counts()
      }
      let code = home.reportingCode(in: year.year)
      if let keyStage2 { totals[code, default: [:]][year.year, default: AreaTotals()].keyStage2 += keyStage2 }
      if let keyStage4 { totals[code, default: [:]][year.year, default: AreaTotals()].keyStage4 += keyStage4 }
    }
  }

  mutating func add(_ results: EarlyYearsResults, authority: Authority, year: Int) {
    totals[authority.reportingCode(in: year), default: [:]][year, default: AreaTotals()].earlyYears += results
  }

  func area(_ codes: [Int], in year: Int) -> AreaTotals {
    codes.reduce(into: AreaTotals()) { sum, code in
      if let part = totals[code]?[year] { sum += part }
    }
  }
}
