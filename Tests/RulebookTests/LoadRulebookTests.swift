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
        if entry.calculation is SchoolsCalculation {
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
    #expect(
      error?.description.hasSuffix(
        "indicators.json5:1: error: [reference] 'kind' is missing in 'indicators[0]'; add it")
        == true)
  }

  @Test func `an indicator that is neither given to packs nor refused is an error`() throws {
    let text = try String(contentsOfFile: ProjectFolders.reference + "/indicators.json5", encoding: .utf8)
    for (entry, key) in [(",\n      packs: false", "packs"), ("achieved: ", "achieved")] {
      let folder = try TemporaryFolder()
      let replacement = key == "packs" ? "" : "achived: "
      try folder.write(
        "indicators.json5", Array(text.replacing(entry, with: replacement, maxReplacements: 1).utf8))
      let error = #expect(throws: RulebookError.self) { try loadRulebook(referenceFolder: folder.path) }
      #expect(error?.description.contains("error: [reference] '\(key)' is missing in 'indicators[") == true)
    }
  }

  @Test(arguments: [
    ("break_before: {}", "key 'break_before' means nothing here; did you mean 'breaks_before'?"),
    ("indicatorz: []", "key 'indicatorz' means nothing here; did you mean 'indicators'?"),
    ("decimals: { a: 'one' }", "'decimals.a' should be of type Int"),
  ])
  func `a misspelt key of a year is an error with its line and the key it may stand for`(
    text: String, reason: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("indicators.json5", Array("{ indicators: [] }".utf8))
    try folder.write("rulebook/2009.json5", Array("// rules\n{\n  year: 2009,\n  \(text)\n}".utf8))
    let error = #expect(throws: RulebookError.self) { try loadRulebook(referenceFolder: folder.path) }
    #expect(error?.description == "\(folder.path)/rulebook/2009.json5:4: error: [reference] \(reason)")
  }

  @Test func `every file of the reference folder is read strictly`() throws {
    for (name, entry) in [
      ("ambition.json5", "  edition:"), ("comparison.json5", "  compare_on:"), ("assumptions.json5", "  assumptions:"),
    ] {
      let folder = try TemporaryFolder()
      for file in [
        "indicators.json5", "assumptions.json5", "comparison.json5", "ambition.json5", "rulebook/2006.json5",
      ] {
        var text = try String(contentsOfFile: ProjectFolders.reference + "/" + file, encoding: .utf8)
        if file == name { text = text.replacing(entry, with: "  odd_key: 1,\n" + entry, maxReplacements: 1) }
        try folder.write(file, Array(text.utf8))
      }
      let error = #expect(throws: RulebookError.self) {
        _ = try loadRulebook(referenceFolder: folder.path)
        _ = try AmbitionOptions(referenceFolder: folder.path)
      }
      #expect(error?.description.contains("\(name):") == true)
      #expect(error?.description.contains("key 'odd_key' means nothing here; keys here are '") == true)
    }
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
