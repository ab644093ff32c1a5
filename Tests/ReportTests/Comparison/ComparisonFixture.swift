import Foundation
import SchoolStatistics
import TestSupport

@testable import Indicators
@testable import Report
@testable import Rulebook
@testable import Statistics

/// A country of authorities that are compared for real: values that wander without chance, ranked by Analysis.
struct ComparisonFixture {
  var regions = ["North West", "Yorkshire and The Humber", "London"]
  var authoritiesPerRegion = 8
  static let years = (2006...2009).map { AcademicYear(ending: $0) }
  static let indicators = FixtureCatalogue.indicators

  func areas() -> [Area] {
    var areas = [Area(place: .national, name: "England", onsCode: "E92000001", regionCode: "", regionName: "")]
    for (index, region) in regions.enumerated() {
      let code = "E1200000\(index + 1)"
      areas.append(Area(place: .region(code), name: region, onsCode: code, regionCode: code, regionName: region))
    }
    for (index, region) in regions.enumerated() {
      for number in 0..<authoritiesPerRegion {
        let code = 101 + index * authoritiesPerRegion + number
        areas.append(
          Area(
            place: .localAuthority(LocalAuthorityCode(code)), name: name(code), onsCode: "E990000\(code)",
            regionCode: "E1200000\(index + 1)", regionName: region))
      }
    }
    return areas
  }

  private func name(_ code: Int) -> String {
    if code == 102 { return "=Kingston & St. John's <b>" }
    let starts = [
      "Alder", "Birch", "Cedar", "Dunn", "Elm", "Fenn", "Gorse", "Hazel", "Ivy", "Juniper", "Kestrel", "Larch",
    ]
    let ends = ["ton", "minster", "ford", "borough", "shire", " Upon Water", "wick"]
    return starts[code * 7 % starts.count] + ends[code * 5 % ends.count]
      + (code % 3 == 0 ? "" : " \(["East", "West"][code % 2])")
  }

  /// Between 0 and 999, by place, indicator and year: near last year's, the same on every machine.
  private func draw(_ place: Int, _ indicator: Int, _ year: Int) -> Int {
    func hash(_ a: Int, _ b: Int, _ c: Int) -> Int {
      (a &* 7919 &+ b &* 104_729 &+ c &* 1_299_709) &* 2_654_435_761 >> 7 & 0x3ff
    }
    return (hash(place, indicator, 0) * 4 + hash(place, indicator, year)) / 5 * 999 / 1023
  }

  func value(_ indicator: Indicator, _ position: Int, _ area: Area, _ year: AcademicYear) -> IndicatorValue {
    let place: Int
    if case .localAuthority(let code) = area.place {
      place = code.number
    } else {
      place = area.place == .national ? 1 : 50
    }
    let base = FixtureCatalogue.base[indicator.id] ?? 50
    let wander = area.place.level == .localAuthority ? draw(place, position, year.ending) - 500 : 0
    let percent = max(1, min(990, base * 10 + wander * (base < 10 ? 3 : 16) / 100 + (year.ending - 2006) * 4))
    let cohort =
      area.place == .national
      ? 580_000
      : area.place.level == .regional ? 70_000 : indicator.id.hasSuffix("cic") ? 4 + place % 30 : 900 + place * 13
    var value = IndicatorValue(indicator: indicator.id, place: area.place, year: year, value: .missing(.notSupplied))
    value.group = indicator.id.hasSuffix("cic") ? .cic : .all
    switch indicator.unit {
    case .percent:
      let part = cohort * percent / 1000
      (value.numerator, value.denominator) = (.count(part), .count(cohort))
      value.value = .value(.percent(part, of: cohort))
      let share = Double(part) / Double(cohort)
      let half = 196 * (share * (1 - share) / Double(cohort)).squareRoot()
      value.interval = ConfidenceInterval(lower: max(0, 100 * share - half), upper: min(100, 100 * share + half))
    case .schools:
      (value.numerator, value.denominator) = (.count(max(0, wander / 90 + 5)), .count(84))
      value.value = value.numerator
    default: value.value = .value(Rational(Int64(percent), 10))
    }
    if area.place.level == .localAuthority, indicator.unit != .schools {
      value.national = .value(Rational(Int64(base * 10 + (year.ending - 2006) * 4), 10))
      value.difference = .value(value.value.value! - value.national.value!)
      if indicator.unit == .percent {
        value.significance = wander > 120 ? .above : wander < -120 ? .below : .notSignificant
      }
    }
    if place == 105, indicator.id == "ks2-l4-em" { (value.value, value.interval) = (.missing(.suppressed), nil) }
    if indicator.id == "persistent-absence-secondary", year.ending == 2009 {
      value.breakBefore = "five half terms instead of six"
    }
    return value
  }

  func results() -> IndicatorResults {
    let areas = areas()
    var values: [IndicatorValue] = []
    for area in areas {
      for (position, indicator) in Self.indicators.enumerated() {
        var series = Self.years.map { value(indicator, position, area, $0) }
        for index in series.indices {
          for span in [1, 3] where index >= span {
            let broken = series[(index - span + 1)...index].contains { $0.breakBefore != nil }
            let change: Figure
            if let now = series[index].value.value, let then = series[index - span].value.value {
              change = broken ? .missing(.notComparable) : .value(now - then)
            } else {
              change = .missing(.suppressed)
            }
            if span == 1 { series[index].change1.value = change } else { series[index].change3.value = change }
          }
        }
        values += series
      }
    }
    let codes = areas.compactMap { if case .localAuthority(let code) = $0.place { code } else { nil } }
    let neighbours = codes.enumerated().map { index, code in
      StatisticalNeighbours(
        authority: code, model: "fixture", neighbours: (1...10).map { codes[(index + $0 * 3) % codes.count] })
    }
    let rules = try! loadRulebook(referenceFolder: ProjectFolders.reference).comparison
    let distributions = compareAuthorities(
      &values, indicators: Self.indicators, areas: areas, neighbours: neighbours, rules: rules)
    var results = IndicatorResults(
      years: Self.years, headlineYear: Self.years.last!, indicators: Self.indicators, areas: areas, values: values,
      schools: SchoolResults(schools: []) { _ in [] })
    results.distributions = distributions
    return results
  }

  func content(_ region: String? = nil) throws -> ReportContent {
    var data = SchoolData()
    data.isSynthetic = true
    var options = ReportOptions(outFolder: "unused", term: .autumn)
    options.regions = region.map { [$0] } ?? []
    return try ReportContent(Run(data: data, results: results()), options)
  }
}
