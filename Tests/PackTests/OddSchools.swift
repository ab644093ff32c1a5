import Report
import SchoolStatistics

@testable import Indicators
@testable import Packs
@testable import Rulebook
@testable import TargetAmbition

/// A country of ordinary schools with one odd one, made by hand.
enum OddSchools {
  static let year = AcademicYear(ending: 2009)
  static let years = (2006...2009).map(AcademicYear.init(ending:))
  static let authority = LocalAuthorityCode(901)

  static func school(_ number: Int, _ name: String = "Ordinary Primary School") -> School {
    School(urn: URN(number), authority: authority, name: name, kind: .primary, type: "Community school")
  }

  /// The pack of the last school of a country; `cohorts` are (achieved, cohort) by year, nil for no row.
  static func pack(
    _ odd: School, cohorts: [Int: (Int, Int)], reason: MissingReason? = nil, links: [SchoolLink] = [],
    others: [School] = [], category: String? = nil
  ) -> Pack {
    var data = SchoolData()
    data.schools = ((1...20).map { school(990_000 + $0) } + others + [odd]).sorted { $0.urn < $1.urn }
    data.authorities = [LocalAuthority(code: authority, name: "Anyborough")]
    data.links = links
    if let category { data.tables = [inspection(of: data.schoolIndex(odd.urn)!, category)] }
    let schools = data.schools
    var indicator = Indicator(
      id: "ks2-l4-em", title: "Level 4", shortTitle: "KS2 level 4+ E&M", phase: .primary, unit: .percent,
      polarity: .high, decimals: 1,
      definition: "", source: "", certainty: "H", isAppendix1: true)
    indicator.packs = PackUse(role: .attainment, achieved: "reached level 4 in English and maths")
    let results = IndicatorResults(
      years: years, headlineYear: year, indicators: [indicator], areas: [], values: [],
      schools: SchoolResults(schools: Array(schools.indices)) { position in
        let urn = schools[position].urn
        if urn != odd.urn { return years.map { value(urn, $0, 20 + position % 9, 30) } }
        var values = years.compactMap { year in cohorts[year.ending].map { value(urn, year, $0.0, $0.1) } }
        if let reason {
          values.append(
            IndicatorValue(indicator: "ks2-l4-em", place: .school(urn), year: year, value: .missing(reason)))
        }
        return values
      })
    let maker = PackMaker(data, results, AmbitionResults(), PackOptions())
    return maker.pack(for: data.schoolIndex(odd.urn)!, season: .autumn)
  }

  private static func inspection(of school: Int, _ category: String) -> DataTable {
    var table = DataTable(name: "inspections", source: 0, level: .school)
    (table.places, table.years, table.groups, table.lines) = ([Int32(school)], [2009], [.all], [2])
    (table.authorities, table.variants) = ([0], TextColumn(repeating: "", count: 1))
    table.texts = [
      "inspected_on": TextColumn(repeating: "2009-03-05", count: 1),
      "category": TextColumn(repeating: category, count: 1),
    ]
    return table
  }

  private static func value(_ urn: URN, _ year: AcademicYear, _ part: Int, _ whole: Int) -> IndicatorValue {
    var value = IndicatorValue(
      indicator: "ks2-l4-em", place: .school(urn), year: year, value: .value(.percent(part, of: whole)))
    value.numerator = .count(part)
    value.denominator = .count(whole)
    value.national = .value(Rational(718, 10))
    value.difference = .value(.percent(part, of: whole) - Rational(718, 10))
    return value
  }
}
