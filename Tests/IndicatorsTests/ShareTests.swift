import SchoolStatistics
import TestSupport
import Testing

@testable import Indicators
@testable import Rulebook

let rulebook = {
  // England may be as small as a test makes it.
  var rulebook = try! loadRulebook(referenceFolder: ProjectFolders.reference)
  rulebook.choices.assumptions.removeAll { $0.id == "pooling.england-authorities" }
  return rulebook
}()
func year(_ ending: Int) -> AcademicYear { AcademicYear(ending: ending) }
func authority(_ code: Int) -> Place { .localAuthority(LocalAuthorityCode(code)) }

struct ShareTests {
  @Test func `an authority's share is pooled, not a mean of percentages`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    // Rulebook §6.8.
    for (urn, (n, d)) in zip(1..., [(24, 30), (36, 60), (9, 10), (30, 45)]) {
      data.school(urn, in: 901)
      data.row("ks2_results", urn, 2009, ["ks2_eligible": d, "ks2_l4_em": n])
    }
    let value = try #require(try analyse(data.build(), rulebook).value("ks2-l4-em", authority(901), year(2009)))
    #expect(value.value.value?.text(decimals: 3) == "68.276")
    #expect(value.numerator.count == 99 && value.denominator.count == 145)
    #expect(value.origin == .pooled && !value.isEstimated)
  }

  @Test func `independent schools stay out and special schools count`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.school(2, in: 901, .special)
    data.school(3, in: 901, .independent, stateFunded: false)
    for urn in 1...3 { data.row("ks2_results", urn, 2009, ["ks2_eligible": 10, "ks2_l4_em": urn]) }
    let value = try #require(try analyse(data.build(), rulebook).value("ks2-l4-em", authority(901), year(2009)))
    #expect(value.numerator.count == 3 && value.denominator.count == 20)
  }

  @Test func `children in care count with the authority that looks after them`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.authority(902)
    data.school(1, in: 901)
    data.row("ks2_results", 1, 2009, ["ks2_eligible": 30, "ks2_l4_em": 20])
    data.row("ks2_results", 1, 2009, group: .cic, authority: 902, ["ks2_eligible": 3, "ks2_l4_em": 1])
    let results = try analyse(data.build(), rulebook)
    #expect(results.value("ks2-l4-em-cic", authority(902), year(2009))?.denominator.count == 3)
    #expect(results.value("ks2-l4-em-cic", authority(902), year(2009))?.group == .cic)
    #expect(results.value("ks2-l4-em-cic", authority(901), year(2009))?.value.reason != nil)
  }

  @Test func `results from before a split belong to the authority of the time`() throws {
    var data = SchoolDataBuilder()
    let april = CalendarDate(year: 2009, month: 4, day: 1)!
    data.authority(820, to: CalendarDate(year: 2009, month: 3, day: 31))
    data.authority(822, from: april, predecessors: [820])
    data.authority(823, from: april, predecessors: [820])
    for (urn, code) in [(1, 822), (2, 823)] {
      data.school(urn, in: code)
      for year in [2008, 2009] { data.row("ks2_results", urn, year, ["ks2_eligible": 20, "ks2_l4_em": 10 + urn]) }
    }
    let results = try analyse(data.build(), rulebook)
    #expect(results.value("ks2-l4-em", authority(820), year(2008))?.denominator.count == 40)
    #expect(results.value("ks2-l4-em", authority(822), year(2008))?.value.reason == .notSupplied)
    #expect(results.value("ks2-l4-em", authority(822), year(2009))?.denominator.count == 20)
    #expect(results.value("ks2-l4-em", authority(822), year(2009))?.change1.value.reason == .notSupplied)
  }

  @Test func `a school that stands in two files counts once`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.row("ks2_results", 1, 2009, ["ks2_eligible": 20], missing: ["ks2_l4_em": .suppressed])
    data.row("ks2_results", 1, 2009, ["ks2_eligible": 20, "ks2_l4_em": 12])
    data.row("ks2_results", 1, 2009, ["ks2_eligible": 20, "ks2_l4_em": 12, "ks2_l4_english": 13])
    let value = try #require(try analyse(data.build(), rulebook).value("ks2-l4-em", authority(901), year(2009)))
    #expect(value.denominator.count == 20)
    #expect(value.coverage == Coverage(schools: 1, schoolsExpected: 1, pupils: 20, pupilsExpected: 20))
  }

  @Test func `suppressed schools show in the coverage`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    for urn in 1...2 { data.school(urn, in: 901) }
    data.row("ks2_results", 1, 2009, ["ks2_eligible": 20, "ks2_l4_em": 12])
    data.row("ks2_results", 2, 2009, ["ks2_eligible": 8], missing: ["ks2_l4_em": .suppressed])
    let value = try #require(try analyse(data.build(), rulebook).value("ks2-l4-em", authority(901), year(2009)))
    #expect(value.coverage == Coverage(schools: 1, schoolsExpected: 2, pupils: 20, pupilsExpected: 28))
  }

  @Test func `percentages become counts, half up, and say so`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, .secondary)
    data.school(2, in: 901, .secondary)
    data.percentages("ks4_results", 1, 2014, ["ks4_5ac_em": 79], of: "ks4_pupils", counts: ["ks4_pupils": 154])
    data.percentages("ks4_results", 2, 2014, ["ks4_5ac_em": 55], of: "ks4_pupils", counts: ["ks4_pupils": 20])
    let value = try #require(try analyse(data.build(), rulebook).value("ks4-5ac-em", authority(901), year(2014)))
    #expect(value.numerator.count == 122 + 11 && value.isEstimated)
    #expect(value.notes.contains("counts of 2 schools estimated from percentages, numerator within 0.8 pupils"))
  }

  @Test func `no passes are what any passes leave`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, .secondary)
    data.percentages("ks4_results", 1, 2014, ["ks4_any_passes": 98], of: "ks4_pupils", counts: ["ks4_pupils": 100])
    let value = try #require(try analyse(data.build(), rulebook).value("ks4-no-passes", authority(901), year(2014)))
    #expect(value.numerator.count == 2)
  }

  @Test func `persistent absence is of the year's period and of one kind of school`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901, .secondary)
    data.school(2, in: 901, .primary)
    data.row("attendance", 1, 2009, variant: "five_half_terms", ["enrolments": 1000, "persistent_absentees": 50])
    data.row("attendance", 1, 2009, variant: "autumn_spring", ["enrolments": 1000, "persistent_absentees": 60])
    data.row("attendance", 2, 2009, variant: "five_half_terms", ["enrolments": 200, "persistent_absentees": 4])
    let results = try analyse(data.build(), rulebook)
    let value = try #require(results.value("persistent-absence-secondary", authority(901), year(2009)))
    #expect(value.numerator.count == 50 && value.denominator.count == 1000)
    #expect(value.notes.contains("64 or more sessions missed over five half-terms"))
    #expect(results.value("persistent-absence-primary", authority(901), year(2009))?.numerator.count == 4)
  }

  @Test func `a few authorities are not England`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.authorityRow("eyfsp_results", 901, 2009, ["ey_assessed": 100, "ey_threshold": 50])
    let results = try analyse(data.build(), loadRulebook(referenceFolder: ProjectFolders.reference))
    let england = try #require(results.value("ey-threshold", .national, year(2009)))
    #expect(england.value.value == 52 && england.numerator.count == nil)
    #expect(results.value("ey-threshold", .region("E12000001"), year(2009))?.value.value == 50)
  }

  @Test func `rows about authorities count as they are`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.authority(902)
    data.authorityRow("eyfsp_results", 901, 2009, ["ey_assessed": 100, "ey_threshold": 50])
    data.authorityRow("eyfsp_results", 902, 2009, ["ey_assessed": 300, "ey_threshold": 180])
    let results = try analyse(data.build(), rulebook)
    #expect(results.value("ey-threshold", authority(902), year(2009))?.value.value == 60)
    #expect(results.value("ey-threshold", .region("E12000001"), year(2009))?.denominator.count == 400)
    #expect(results.value("ey-threshold", .national, year(2009))?.value.value == Rational(575, 10))
  }

  @Test func `England is pooled only where nearly all authorities have data`() throws {
    var data = SchoolDataBuilder()
    for code in 901...903 { data.authority(code) }
    data.school(1, in: 901)
    data.row("ks2_results", 1, 2009, group: .fsm, ["ks2_eligible": 20, "ks2_l4_em": 12])
    data.row("ks2_results", 1, 2009, group: .sen, ["ks2_eligible": 20, "ks2_l4_em": 12])
    let results = try analyse(data.build(), rulebook)
    #expect(results.value("ks2-sen-gap", .national, year(2009))?.value.reason == .notSupplied)
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}
