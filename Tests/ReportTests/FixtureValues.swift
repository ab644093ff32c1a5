import Indicators
import Rulebook
import SchoolStatistics
import Statistics

@testable import Report

extension ReportFixture {
  /// Values of a place: a number that wanders by indicator, year and place, never by chance.
  func values(_ place: Place, seed: Int) -> [IndicatorValue] {
    FixtureCatalogue.indicators.enumerated().flatMap { position, indicator in
      Self.years.flatMap { year in
        groups(indicator, place).map { group in
          value(
            indicator, place, year, group,
            wobble: (seed * 31 + position * 17 + year.ending * 7 + (group == .fsm ? 5 : 0)) % 13 - 6)
        }
      }
    }
  }

  private func groups(_ indicator: Indicator, _ place: Place) -> [PupilGroup] {
    if indicator.id == "ks2-l4-em" && place.level != .school { return [.all, .fsm, .boys, .girls] }
    return indicator.id.hasSuffix("cic") ? [.cic] : [.all]
  }

  private func value(
    _ indicator: Indicator, _ place: Place, _ year: AcademicYear, _ group: PupilGroup, wobble: Int
  ) -> IndicatorValue {
    let base = FixtureCatalogue.base[indicator.id] ?? 50
    let cohort = group == .cic ? 22 : place == .national ? 580_000 : place.level == .school ? 31 : 3479
    let national = Rational(Int64(base) * 10, 10)
    var value = IndicatorValue(indicator: indicator.id, place: place, year: year, value: .missing(.notSupplied))
    value.group = group
    switch indicator.unit {
    case .percent:
      let part = max(0, min(cohort, cohort * (base * 10 + wobble * 8) / 1000))
      (value.numerator, value.denominator) = (.count(part), .count(cohort))
      value.value = .value(.percent(part, of: cohort))
      let centre = 100 * Double(part) / Double(cohort)
      let half = 98 * (0.24 / Double(cohort)).squareRoot()
      value.interval = ConfidenceInterval(lower: max(0, centre - half), upper: min(100, centre + half))
    case .percentagePoints: value.value = .value(Rational(Int64(base * 10 + wobble * 4), 10))
    case .points: value.value = .value(Rational(Int64(base * 100 + wobble * 13), 100))
    case .schools:
      let of = place == .national ? 14_200 : 84
      (value.numerator, value.denominator) = (.count(of * (7 + max(0, wobble)) / 100), .count(of))
      value.value = value.numerator
    }
    if place != .national, indicator.unit != .schools, case .value(let own) = value.value {
      value.national = .value(national)
      value.difference = .value(own - national)
      if indicator.unit == .percent && cohort > 100 {
        value.significance = wobble > 3 ? .above : wobble < -3 ? .below : .notSignificant
      }
    }
    decorate(&value, indicator, wobble)
    return value
  }

  /// The marks that figures can bear, one of each somewhere.
  private func decorate(_ value: inout IndicatorValue, _ indicator: Indicator, _ wobble: Int) {
    if value.year.ending > 2006, case .value = value.value {
      value.change1 = Change(years: 1, value: .value(Rational(Int64(wobble * 3), 10)))
      if value.year.ending == 2009 {
        value.change3 = Change(years: 3, value: .value(Rational(Int64(wobble * 7 + 3), 10)))
      }
    }
    if indicator.id == "persistent-absence-secondary" && value.year.ending == 2008 {
      value.breakBefore = "five half terms instead of six"
    }
    if indicator.id == "persistent-absence-secondary" && value.year.ending == 2009 {
      value.change3 = Change(years: 3, value: .missing(.notComparable))
      value.notes = ["period: five half terms"]
    }
    if indicator.id == "ks2-2lp-english" && value.year.ending == 2006 { value.value = .missing(.notAvailable) }
    if indicator.id == "ks2-2lp-english" && value.year.ending == 2006 { value.interval = nil }
    if value.group == .cic {
      value.pooledYears = PooledYears(years: Array(Self.years.suffix(3)), numerator: 29, denominator: 66)
      if value.year.ending == 2009 && value.place.level == .localAuthority {
        (value.value, value.numerator, value.denominator) = (
          .missing(.suppressed), .missing(.suppressed), .missing(.suppressed)
        )
        (value.interval, value.difference) = (nil, .missing(.suppressed))
        value.significance = .notTested
        value.change1 = Change(years: 1, value: .missing(.suppressed))
        value.change3 = Change(years: 3, value: .missing(.suppressed))
      }
    }
    if indicator.id == "ks2-below-l3-maths" { value.isEstimated = true }
    if indicator.id == "ks2-l4-em" {
      value.origin = .published
      value.coverage = Coverage(schools: 82, schoolsExpected: 84, pupils: 3479, pupilsExpected: 3512)
    }
    if ranked, value.place.level == .localAuthority, value.value.value != nil {
      value.standing = Standing(
        rank: 61, ranked: 150, sharing: 2, band: "B", decile: 5, isTopQuartileInclusive: false,
        neighbourMean: .value(Rational(705, 10)), neighboursWithData: 9, neededForNextBand: 129, rankChange1: 4)
    }
  }

  func schoolValues(_ school: Int) -> [IndicatorValue] { values(.school(URN(990_000 + school)), seed: school) }
}
