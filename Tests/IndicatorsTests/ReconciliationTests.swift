import SchoolStatistics
import TestSupport
import Testing

@testable import Indicators
@testable import Statistics

struct ReconciliationTests {
  private func results(_ official: Rational, suppressed: Int? = nil, counts: (Int, Int)? = nil) throws
    -> IndicatorResults
  {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.school(2, in: 901, .special)
    data.row("ks2_results", 1, 2009, ["ks2_eligible": 100, "ks2_l4_em": 70])
    if let suppressed {
      data.row("ks2_results", 2, 2009, ["ks2_eligible": suppressed], missing: ["ks2_l4_em": .suppressed])
    }
    data.official(authority(901), 2009, "ks2_l4_em", official, counts: counts)
    return try analyse(data.build(), rulebook)
  }

  @Test func `the official value is the headline, without pooled counts that do not make it`() throws {
    let value = try #require(try results(Rational(698, 10)).value("ks2-l4-em", authority(901), year(2009)))
    #expect(value.value.value == Rational(698, 10) && value.origin == .published)
    #expect(value.numerator.count == nil)
    #expect(
      value.notes == ["official value without counts; the schools in the files add up to 70.0% (70 of 100)"])
    #expect(value.sources == [SourceLine(source: 0, line: 2)])
  }

  @Test func `an official percentage of so many pupils has the count that fits it, marked as worked out`() throws {
    let value = try #require(
      try results(Rational(698, 10), counts: (10, 96)).value("ks2-l4-em", authority(901), year(2009)))
    #expect(value.numerator.count == 67 && value.denominator.count == 96 && value.isEstimated)
    #expect(value.coverage?.pupilsExpected == 100)
  }

  @Test func `coverage is of the official total where that is more than the schools in the files`() throws {
    let value = try #require(
      try results(Rational(698, 10), counts: (10, 140)).value("ks2-l4-em", authority(901), year(2009)))
    #expect(value.coverage?.pupils == 100 && value.coverage?.pupilsExpected == 140)
  }

  @Test func `England without an official value is put together from its authorities' official ones`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.authority(902)
    data.school(1, in: 901)
    data.row("ks2_results", 1, 2009, ["ks2_eligible": 100, "ks2_l4_em": 90])
    // Counts that do not make the percentage leave the pupils to weight it.
    data.official(authority(901), 2009, "ks2_l4_em", 70, counts: (1, 100))
    data.official(authority(902), 2009, "ks2_l4_em", 60, counts: (1, 300))
    let results = try analyse(data.build(), rulebook)
    let england = try #require(results.value("ks2-l4-em", .national, year(2009)))
    #expect(england.value.value == Rational(125, 2) && england.denominator.count == 400)
    #expect(england.notes == ["put together from the official figures of 2 authorities"])
    #expect(results.value("ks2-l4-em", authority(901), year(2009))?.difference.value == Rational(15, 2))
  }

  @Test func `a difference within rounding is explained`() throws {
    let row = try #require(try results(Rational(7004, 100)).reconciliation.first { $0.indicator == "ks2-l4-em" })
    #expect(row.isExplained && row.explanation == "within rounding")
  }

  @Test func `suppressed schools explain a difference as far as their pupils go`() throws {
    // 8 pupils more: from 70 of 108 (64.8%) to 78 of 108 (72.2%).
    let row = try #require(try results(66, suppressed: 8).reconciliation.first { $0.indicator == "ks2-l4-em" })
    #expect(row.isExplained)
    #expect(row.explanation == "1 school without usable results (8 pupils), 1 of them special, 1 suppressed")
    #expect(row.difference.value == -4)
  }

  @Test func `more than the missing schools could explain is a finding`() throws {
    let results = try results(60, suppressed: 8)
    #expect(results.reconciliation.first { $0.indicator == "ks2-l4-em" }?.isExplained == false)
    let finding = try #require(results.findings.first)
    #expect(finding.rule == "reconciliation" && finding.severity == .warning)
    #expect(
      finding.message
        == "Authority 901 (901), 'ks2-l4-em' 2008/09: the official 60.0 and the pooled 70.0 differ by 10.00, more than the 5.24 that missing schools and rounding explain; see that all its schools are in the files"
    )
  }

  @Test func `an official value is exact where its counts agree with it`() throws {
    let value = try #require(
      try results(Rational(698, 10), counts: (67, 96)).value("ks2-l4-em", authority(901), year(2009)))
    #expect(value.value.value == .percent(67, of: 96) && value.denominator.count == 96)
  }

  @Test func `maintained schools are the comparator where both are published`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.official(.national, 2009, "ks2_l4_em", basis: .all, 72)
    data.official(.national, 2009, "ks2_l4_em", basis: .maintained, 71)
    data.official(authority(901), 2009, "ks2_l4_em", 75)
    #expect(try analyse(data.build(), rulebook).value("ks2-l4-em", authority(901), year(2009))?.national.value == 71)
  }

  @Test func `the interval of an official gap lies round the gap, not round the pooled one`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.row("ks2_results", 1, 2009, group: .fsm, ["ks2_eligible": 100, "ks2_l4_em": 40])
    data.row("ks2_results", 1, 2009, group: .notFSM, ["ks2_eligible": 100, "ks2_l4_em": 80])
    data.official(authority(901), 2009, "ks2_l4_em", group: .fsm, 50)
    data.official(authority(901), 2009, "ks2_l4_em", group: .notFSM, 75)
    let value = try #require(
      try analyse(data.build(), rulebook).value("ks2-fsm-gap-local", authority(901), year(2009)))
    #expect(value.value.value == 25)
    // Each published percentage has one decimal: 0.05 points of rounding on either side.
    let exact = try #require(newcombeInterval(75, of: 100, minus: 50, of: 100))
    let interval = try #require(value.interval)
    #expect(abs(interval.lower - (exact.lower - 0.1)) < 1e-9 && abs(interval.upper - (exact.upper + 0.1)) < 1e-9)
  }
}
