import Indicators
import Rulebook
import SchoolStatistics

@testable import Report

/// A run built by hand, of realistic shape: England, a region and a few authorities, 2006 to 2009, with missing values,
/// a break, estimated and published figures, a small cohort, and names that try to break out of pages and tables.
struct ReportFixture {
  var authorities = 2
  var schoolsPerAuthority = 3
  var isSynthetic = true
  var ranked = false
  var findings: [Finding] = ReportFixture.findings

  static let years = (2006...2009).map { AcademicYear(ending: $0) }
  static let hostileName = "Saint Anne's & <script>alert(1)</script> \"Upper\", =SUM(A1)"

  var run: Run {
    Run(data: data, results: results, findings: findings, timings: [StageTiming(stage: "ingest", seconds: 0.25)])
  }

  func code(_ index: Int) -> LocalAuthorityCode { LocalAuthorityCode(901 - (authorities > 90 ? 800 : 0) + index) }

  var data: SchoolData {
    var data = SchoolData()
    data.isSynthetic = isSynthetic
    data.sources = [
      SourceFile(
        path: "data/ks2_results_2009.csv", bytes: 1234, digest: String(repeating: "ab", count: 32),
        layout: "ks2_results", rows: 12, years: Self.years)
    ]
    data.regions = [Region(code: "E12000002", name: "North West")]
    data.authorities = (0..<authorities).map {
      LocalAuthority(code: code($0), name: name($0), onsCode: "E0800000\($0 % 10)", regionCode: "E12000002")
    }
    data.schools = (0..<authorities * schoolsPerAuthority).map { index in
      School(
        urn: URN(990_000 + index), authority: code(index / schoolsPerAuthority), establishment: 2000 + index,
        name: index == 1 ? Self.hostileName : "Alder Lane Primary School \(index)",
        kind: index % 4 == 3 ? .secondary : .primary)
    }
    return data
  }

  func name(_ index: Int) -> String {
    switch index {
    case 0: "Anyborough"
    case 1: "Kingston-upon-Thing & St. John's <b>"
    default: "Authority \(index)"
    }
  }

  var areas: [Area] {
    [
      Area(place: .national, name: "England", onsCode: "E92000001", regionCode: "", regionName: ""),
      Area(
        place: .region("E12000002"), name: "North West", onsCode: "E12000002", regionCode: "E12000002",
        regionName: "North West"),
    ]
      + (0..<authorities).map {
        Area(
          place: .localAuthority(code($0)), name: name($0), onsCode: "E0800000\($0 % 10)", regionCode: "E12000002",
          regionName: "North West")
      }
  }

  static let findings: [Finding] = [
    Finding(
      rule: "unknown-code", severity: .warning, file: "data/ks2.csv", line: 12, column: "l4_maths", value: "<b>QQ</b>",
      message: "code 'QQ' is in no code list; add it to codes.json5", action: "treated as missing"),
    Finding(
      rule: "unknown-code", severity: .warning, file: "data/ks2.csv", line: 13, column: "l4_maths", value: "<b>QQ</b>",
      message: "code 'QQ' is in no code list; add it to codes.json5", action: "treated as missing"),
    Finding(
      rule: "unknown-code", severity: .warning, file: "data/ks2.csv", line: 19, column: "l4_maths", value: "<b>QQ</b>",
      message: "code 'QQ' is in no code list; add it to codes.json5", action: "treated as missing"),
    Finding(
      rule: "unrecognised-file", severity: .error, file: "data/=cmd.csv", value: "=1+1",
      message: "no layout fits; the nearest is ks4_results, which also needs urn", action: "not used"),
  ]

  var results: IndicatorResults {
    IndicatorResults(
      years: Self.years, headlineYear: Self.years.last!, indicators: FixtureCatalogue.indicators, areas: areas,
      values: areas.enumerated().flatMap { position, area in values(area.place, seed: position) },
      schools: SchoolResults(schools: Array(0..<authorities * schoolsPerAuthority)) { [self] in schoolValues($0) },
      reconciliation: reconciliation,
      countedSchools: [
        CountedSchool(
          indicator: "primary-below-floor", year: Self.years.last!, school: 1, authority: code(0),
          tests: ["16 of 31 at level 4+ (51.6%) is below 55%"])
      ],
      assumptions: [
        Assumption(
          id: "eyfsp-gap.cut", choice: "rounded",
          reason:
            "no source says how a fifth that is not whole is cut; floor, ceil and fractional are the other choices")
      ],
      findings: [])
  }

  private var reconciliation: [Reconciliation] {
    Self.years.map { year in
      Reconciliation(
        place: .localAuthority(code(0)), indicator: "ks2-l4-em", year: year, published: .value(Rational(713, 10)),
        publishedDecimals: 1, pooled: .value(.percent(2481, of: 3479)),
        difference: .value(Rational(713, 10) - .percent(2481, of: 3479)),
        coverage: Coverage(schools: 82, schoolsExpected: 84, pupils: 3479, pupilsExpected: 3512),
        explicable: .value(Rational(1, 20)),
        explanation: year.ending == 2007 ? "12 special schools without results (87 pupils)" : "within rounding",
        isExplained: year.ending != 2007)
    }
  }
}
