import SchoolStatistics
import TestSupport
import Testing

@testable import Indicators

struct SeriesTests {
  private func series(
    _ measures: (n: String, d: String), group: PupilGroup = .all, _ counts: KeyValuePairs<Int, (Int, Int)>
  ) throws -> IndicatorResults {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, measures.d.hasPrefix("ks4") ? .secondary : .primary)
    for (year, (n, d)) in counts { data.row("results", 1, year, group: group, [measures.d: d, measures.n: n]) }
    return try analyse(data.build(), rulebook)
  }
  private let level4 = (n: "ks2_l4_em", d: "ks2_eligible")

  @Test func `changes over one and three years`() throws {
    let value = try #require(
      try series(level4, [2006: (60, 100), 2007: (64, 100), 2008: (63, 100), 2009: (70, 100)]).value(
        "ks2-l4-em", authority(901), year(2009)))
    #expect(value.change1.value.value == 7 && value.change3.value.value == 10)
  }

  @Test func `no change across a break`() throws {
    let results = try series(level4, group: .cic, [2008: (10, 20), 2009: (11, 20), 2010: (12, 20), 2011: (13, 20)])
    let value = { results.value("ks2-l4-em-cic", authority(901), year($0))! }
    #expect(value(2010).breakBefore == "children in care counted at 31 March instead of 30 September from 2010")
    #expect(value(2010).change1.value.reason == .notComparable)
    #expect(value(2011).change1.value.value == 5)
    #expect(value(2011).change3.value.reason == .notComparable)
    let pool = try #require(value(2011).pooledYears)
    #expect(pool.years == [year(2010), year(2011)] && pool.numerator == 25 && pool.denominator == 40)
  }

  @Test func `no change across a gap`() throws {
    let results = try series(level4, [2007: (60, 100), 2009: (70, 100)])
    #expect(results.value("ks2-l4-em", authority(901), year(2009))?.change1.value.reason == .notSupplied)
    #expect(results.value("ks2-l4-em", authority(901), year(2008))?.value.reason == .notSupplied)
  }

  @Test func `no change across years without tests`() throws {
    let results = try series(("ks2_rwm_expected", "ks2_eligible"), [2019: (60, 100), 2022: (58, 100)])
    let value = try #require(results.value("ks2-rwm-expected", authority(901), year(2022)))
    #expect(value.change1.value.reason == .notComparable && value.change3.value.reason == .notComparable)
    #expect(results.value("ks2-rwm-expected", authority(901), year(2020)) == nil)
  }

  /// Rulebook §7.3.
  @Test func `small cohorts are pooled over three years`() throws {
    let value = try #require(
      try series(level4, [2007: (14, 22), 2008: (18, 25), 2009: (17, 24)]).value(
        "ks2-l4-em", authority(901), year(2009)))
    #expect(value.pooledYears?.percent.text(decimals: 2) == "69.01")
  }

  @Test func `an indicator without data is left out of later years and kept in those of Appendix 1`() throws {
    let early = try series(level4, [2009: (10, 20)])
    #expect(early.indicator("ks4-5ac-em") != nil)
    #expect(early.value("ks4-5ac-em", authority(901), year(2009))?.value.reason == .notSupplied)
    let late = try series(("ks2_rwm_expected", "ks2_eligible"), [2019: (10, 20)])
    #expect(late.indicators.map(\.id) == ["ks2-rwm-expected"])
  }

  @Test func `a year that is asked for and has no rulebook is an error`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.row("ks2_results", 1, 2009, ["ks2_eligible": 20, "ks2_l4_em": 10])
    let error = #expect(throws: AnalysisError.self) {
      try analyse(data.build(), rulebook, AnalysisOptions(year: year(2101)))
    }
    #expect(error?.description == "year '2101' has no rulebook; known years are 2006 to 2025")
  }

  @Test func `data without results are an error`() {
    let error = #expect(throws: AnalysisError.self) { try analyse(SchoolData(), rulebook) }
    #expect(error?.description == "the data hold no results; name a folder with result files by --data")
  }

  @Test func `values stand by area, indicator, year and group`() throws {
    let results = try series(level4, [2008: (10, 20), 2009: (11, 20)])
    let areas = Dictionary(uniqueKeysWithValues: results.areas.enumerated().map { ($1.place, $0) })
    let indicators = Dictionary(uniqueKeysWithValues: results.indicators.enumerated().map { ($1.id, $0) })
    let keys = results.values.map { [areas[$0.place]!, indicators[$0.indicator]!, $0.group.ordinal, $0.year.ending] }
    #expect(!keys.isEmpty && keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
