import SchoolStatistics
import TestSupport
import Testing

@testable import Indicators

struct GapTests {
  /// Rulebook §13 vector 11.
  private func results() throws -> IndicatorResults {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.row("ks2_results", 1, 2009, group: .fsm, ["ks2_eligible": 20, "ks2_l4_em": 8])
    data.row("ks2_results", 1, 2009, group: .notFSM, ["ks2_eligible": 75, "ks2_l4_em": 60])
    data.official(.national, 2009, "ks2_l4_em", group: .notFSM, Rational(755, 10))
    data.official(.national, 2009, "ks2_l4_em", group: .fsm, Rational(533, 10))
    return try analyse(data.build(), rulebook)
  }

  @Test func `the 2009 standards compare with England's pupils who are not on free meals`() throws {
    let value = try #require(try results().value("ks2-fsm-gap", authority(901), year(2009)))
    #expect(value.value.value == Rational(355, 10))
    #expect(value.notes.first == "England: 75.5%; here: 40.0% (8 of 20)")
  }

  @Test func `the local variant compares within the authority`() throws {
    let value = try #require(try results().value("ks2-fsm-gap-local", authority(901), year(2009)))
    #expect(value.value.value == 40)
    #expect(value.interval != nil)
  }

  @Test func `England's gap is the comparator`() throws {
    let value = try #require(try results().value("ks2-fsm-gap", authority(901), year(2009)))
    #expect(value.national.value == Rational(222, 10))
    #expect(value.difference.value == Rational(133, 10))
    #expect(value.significance == .notSignificant)
  }

  @Test func `a school's gap is against England too`() throws {
    let results = try results()
    let values = results.schools.values(of: 0)
    #expect(values.first { $0.indicator == "ks2-fsm-gap" }?.value.value == Rational(355, 10))
  }

  @Test func `a gap needs both groups`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.row("ks2_results", 1, 2009, group: .sen, ["ks2_eligible": 20, "ks2_l4_em": 8])
    let value = try analyse(data.build(), rulebook).value("ks2-sen-gap", authority(901), year(2009))
    #expect(value?.value.reason == .notSupplied)
  }

  @Test func `a gap on fewer than ten pupils of a group is not tested, on fewer than the minimum not ranked`() throws {
    var data = SchoolDataBuilder()
    for code in [901, 902] {
      data.authority(code)
      data.school(code, in: code)
      data.row("ks2_results", code, 2009, group: .notFSM, ["ks2_eligible": 75, "ks2_l4_em": 30])
      data.row(
        "ks2_results", code, 2009, group: .fsm,
        code == 901 ? ["ks2_eligible": 6, "ks2_l4_em": 6] : ["ks2_eligible": 30, "ks2_l4_em": 6])
    }
    let results = try analyse(data.build(), rulebook)
    for id in ["ks2-fsm-gap", "ks2-fsm-gap-local"] {
      let small = try #require(results.value(id, authority(901), year(2009)))
      #expect(small.significance != .above && small.significance != .below)
      #expect(small.standing == nil && small.unrankedReason == "not ranked: 6 pupils, fewer than 11")
      let large = try #require(results.value(id, authority(902), year(2009)))
      #expect(large.standing?.rank == 1 && large.standing?.ranked == 1)
    }
    #expect(
      results.schools.values(of: 0).filter { $0.indicator.hasPrefix("ks2-fsm-gap") }.allSatisfy {
        $0.significance == .notTested
      })
  }

  @Test func `a gap comes from one source: never one figure of the file less one constant of the rulebook`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, .secondary)
    data.row("ks4_results", 1, 2009, group: .sen, ["ks4_pupils": 20, "ks4_5ac_em": 2])
    data.row("ks4_results", 1, 2009, group: .noSEN, ["ks4_pupils": 80, "ks4_5ac_em": 60])
    data.official(.national, 2009, "ks4_5ac_em", group: .noSEN, Rational(656, 10))
    let mixed = try analyse(data.build(), rulebook).value("ks4-sen-gap", .national, year(2009))
    // Both pooled from the rows: 75% less 10%. One official figure is not set against them.
    #expect(mixed?.value.value == Rational(65))
    data.official(.national, 2009, "ks4_5ac_em", group: .sen, Rational(213, 10))
    let own = try analyse(data.build(), rulebook).value("ks4-sen-gap", .national, year(2009))
    #expect(own?.value.value == Rational(443, 10))
  }

  @Test func `SEN support and plans together are SEN where the file has them apart`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, .secondary)
    for (group, counts) in [(PupilGroup.noSEN, (56, 80)), (.senSupport, (3, 15)), (.ehcPlan, (1, 5))] {
      data.official(authority(901), 2009, "ks4_5ac_em", group: group, nil, counts: counts)
    }
    let results = try analyse(data.build(), rulebook)
    #expect(results.value("ks4-sen-gap", authority(901), year(2009))?.value.value == 50)
    data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, .secondary)
    for (group, counts) in [(PupilGroup.noSEN, (56, 80)), (.senSupport, (3, 15)), (.ehcPlan, (1, 5))] {
      data.row("ks4_results", 1, 2009, group: group, ["ks4_pupils": counts.1, "ks4_5ac_em": counts.0])
    }
    #expect(
      try analyse(data.build(), rulebook).value("ks4-sen-gap", authority(901), year(2009))?.value.value == 50)
  }
}
