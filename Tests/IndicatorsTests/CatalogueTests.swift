import Foundation
import SchoolStatistics
import TestSupport
import Testing

@testable import Indicators
@testable import Rulebook

struct CatalogueTests {
  /// Adding an indicator of an existing kind is one entry of the catalogue and its id in a year.
  @Test func `a made-up indicator is one entry of reference data`() throws {
    let folder = try TemporaryFolder()
    let entry = """
      { id: "ks2-made-up", title: "Made up", short: "Made up", phase: "primary", unit: "percent", polarity: "high", decimals: 0,
        definition: "Nothing at all", source: "this test", certainty: "L", kind: "share", numerator: "ks2_made_up", denominator: "ks2_eligible", packs: false },
      """
    try folder.write("indicators.json5", Array("{ indicators: [\(entry)] }".utf8))
    try folder.write("rulebook/2009.json5", Array("{ year: 2009, indicators: ['ks2-made-up'] }".utf8))
    for name in ["assumptions.json5", "comparison.json5"]
    where FileManager.default.fileExists(atPath: ProjectFolders.reference + "/" + name) {
      try folder.write(name, [UInt8](FileManager.default.contents(atPath: ProjectFolders.reference + "/" + name)!))
    }
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.row("ks2_results", 1, 2009, ["ks2_eligible": 20, "ks2_made_up": 5])
    let results = try analyse(data.build(), try loadRulebook(referenceFolder: folder.path))
    #expect(results.value("ks2-made-up", authority(901), year(2009))?.value.value == 25)
  }

  @Test func `every measure of the catalogue is in the list of measures`() throws {
    let text = try String(contentsOfFile: ProjectFolders.reference + "/measures.json5", encoding: .utf8)
    for measure in rulebook.catalogue.flatMap(\.calculation.measures) {
      #expect(text.contains("id: \"\(measure.id)\""), "\(measure)")
    }
  }

  @Test func `every kind of calculation is worked out`() {
    for kind in Calculations.all { #expect(kind is any IndicatorKind.Type, "\(kind.kind)") }
  }

  @Test func `scores are weighted by pupils`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    for (urn, (score, pupils)) in zip(1..., [(40, 100), (50, 300)]) {
      data.school(urn, in: 901, .secondary)
      data.scores("ks4_results", urn, 2019, ["ks4_attainment_8": Rational(score)], counts: ["ks4_pupils": pupils])
    }
    let value = try #require(try analyse(data.build(), rulebook).value("ks4-attainment-8", authority(901), year(2019)))
    #expect(value.value.value == Rational(475, 10) && value.denominator.count == 400)
  }

  @Test func `the early years gap pools totals of children, never gaps`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.authority(902)
    for (total, children) in [(50, 10), (80, 30), (90, 10)] {
      data.authorityRow("eyfsp_totals", 901, 2009, ["ey_total_points": total, "ey_children": children])
    }
    for (total, children) in [(40, 20), (100, 30)] {
      data.authorityRow("eyfsp_totals", 902, 2009, ["ey_total_points": total, "ey_children": children])
    }
    let results = try analyse(data.build(), rulebook)
    #expect(results.value("ey-gap", authority(901), year(2009))?.value.value == Rational(375, 10))
    // The lowest 20 of all 100 children have 40 points; the median is 80.
    #expect(results.value("ey-gap", .national, year(2009))?.value.value == 50)
  }

  @Test func `a school's values carry counts, England's figure and the line they came from`() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    for (urn, n) in [(1, 20), (2, 30)] {
      data.school(urn, in: 901)
      data.row("ks2_results", urn, 2009, ["ks2_eligible": 40, "ks2_l4_em": n])
    }
    data.school(3, in: 901)
    data.row("ks2_results", 3, 2009, ["ks2_eligible": 6], missing: ["ks2_l4_em": .suppressed])
    let results = try analyse(data.build(), rulebook)
    #expect(results.schools.schools == [0, 1, 2])
    let value = try #require(results.schools.values(of: 0).first { $0.indicator == "ks2-l4-em" })
    #expect(value.value.value == 50 && value.numerator.count == 20 && value.national.value == Rational(625, 10))
    #expect(value.sources == [SourceLine(source: 0, line: 2)])
    #expect(results.schools.values(of: 2).first { $0.indicator == "ks2-l4-em" }?.value.reason == .suppressed)
    #expect(results.schools.values(of: 0).first { $0.indicator == "primary-below-floor" }?.value.value == 1)
  }
}
