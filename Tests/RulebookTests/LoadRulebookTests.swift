import SchoolStatistics
import TestSupport
import Testing

@testable import Rulebook

struct LoadRulebookTests {
  @Test func `the project's own reference data load`() throws {
    let rulebook = try loadRulebook(referenceFolder: ProjectFolders.reference)
    #expect(rulebook.knownYears.map(\.ending) == Array(2006...2025))
    #expect(rulebook.indicators.filter(\.isAppendix1).count == 24)
  }

  @Test func `every indicator of Appendix 1 exists in 2009 with a source and a definition`() throws {
    let rulebook = try loadRulebook(referenceFolder: ProjectFolders.reference)
    let rules = try rulebook.rules(for: AcademicYear(ending: 2009))
    for indicator in rulebook.indicators where indicator.isAppendix1 {
      #expect(rules.indicators.contains(indicator.id))
      #expect(!indicator.definition.isEmpty && !indicator.source.isEmpty)
    }
  }

  @Test func `every indicator that counts schools has a rule in each of its years`() throws {
    let rulebook = try loadRulebook(referenceFolder: ProjectFolders.reference)
    for year in rulebook.knownYears {
      let rules = try rulebook.rules(for: year)
      for entry in rulebook.catalogue where rules.indicators.contains(entry.indicator.id) {
        if case .schools = entry.calculation {
          #expect(rules.schoolRules[entry.indicator.id] != nil, "\(entry.indicator.id) \(year.ending)")
        }
      }
    }
  }

  @Test func `an unknown year is an error that names the known ones`() throws {
    let rulebook = try loadRulebook(referenceFolder: ProjectFolders.reference)
    let error = #expect(throws: RulebookError.self) { try rulebook.rules(for: AcademicYear(ending: 2101)) }
    #expect(error?.description == "year '2101' has no rulebook; known years are 2006 to 2025")
  }

  @Test func `breaks are not inherited`() throws {
    let rulebook = try loadRulebook(referenceFolder: ProjectFolders.reference)
    #expect(try rulebook.rules(for: AcademicYear(ending: 2010)).breaks["ks2-l4-em-cic"] != nil)
    #expect(try rulebook.rules(for: AcademicYear(ending: 2011)).breaks["ks2-l4-em-cic"] == nil)
  }

  @Test func `a choice that is not allowed is an error that lists those that are`() throws {
    let folder = try TemporaryFolder()
    try folder.write("indicators.json5", Array("{ indicators: [] }".utf8))
    try folder.write("rulebook/2009.json5", Array("{ year: 2009 }".utf8))
    try folder.write(
      "assumptions.json5",
      Array("{ assumptions: [{ id: 'ey-gap.cut', choice: 'best', choices: ['rounded', 'floor'], reason: '' }] }".utf8))
    let error = #expect(throws: RulebookError.self) { try loadRulebook(referenceFolder: folder.path) }
    #expect(
      error?.description.hasSuffix("[rulebook] 'best' is no choice for 'ey-gap.cut'; choose rounded, floor") == true)
  }

  @Test func `a missing field is an error that says where`() throws {
    let folder = try TemporaryFolder()
    try folder.write("indicators.json5", Array("{ indicators: [{ id: 'a' }] }".utf8))
    let error = #expect(throws: RulebookError.self) { try loadRulebook(referenceFolder: folder.path) }
    #expect(error?.description.contains("'kind' is missing in indicator 'a'; add it") == true)
  }

  /// Rulebook §13 vector 6.
  @Test(arguments: [
    (2009, "five_half_terms", 63, 310, false), (2009, "five_half_terms", 64, 310, true),
    (2012, "five_half_terms", 46, 310, true),
    (2017, "six_half_terms", 31, 310, true), (2017, "six_half_terms", 30, 310, false),
  ])
  func `absence is persistent from the year's threshold on`(
    year: Int, period: String, missed: Int, possible: Int, expected: Bool
  ) throws {
    let rulebook = try loadRulebook(referenceFolder: ProjectFolders.reference)
    let rule = try #require(try rulebook.rules(for: AcademicYear(ending: year)).persistentAbsence)
    #expect(rule.isPersistent(missed: missed, possible: possible, period: period) == expected)
  }
}
