import Foundation
import TestSupport
import Testing

@Suite("Where a run comes from") struct ProvenanceOfRunTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try TinyData.write(folder)
    try folder.write(
      "data/published_results.csv",
      "year,geographic_level,code,measure,group,basis,numerator,denominator,value\n2009,Local authority,901,ks2_l4_em,fsm,maintained,SUPP,SUPP,SUPP\n2009,Local authority,901,ks2_l4_em,not_fsm,maintained,641,901,71.1\n"
    )
    try FileManager.default.copyItem(atPath: ProjectFolders.reference, toPath: folder.path + "/rules")
  }

  private func report(_ out: String) throws {
    let outcome = try Command.run(
      [
        "report", "--data", "data", "--reference", "rules", "--year", "2009", "--formats", "csv", "--out", out,
      ], folder: folder.path)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  private func rules(_ out: String) throws -> [String: String] {
    struct Record: Decodable {
      struct Rule: Decodable { var path, sha256: String }
      var rules: [Rule]
    }
    let text = try folder.text(out + "/2009-autumn/run.json")
    let rules = try JSONDecoder().decode(Record.self, from: Data(text.utf8)).rules
    return Dictionary(uniqueKeysWithValues: rules.map { ($0.path, $0.sha256) })
  }

  @Test func `a group suppressed at its source keeps its row, with its reason`() throws {
    try report("out")
    let rows = try folder.text("out/2009-autumn/tables/indicators.csv").split(separator: "\n")
    let row = try #require(
      rows.first {
        $0.hasPrefix("200809,") && $0.contains(",901,") && $0.contains(",ks2-l4-em,") && $0.contains(",fsm,")
      })
    #expect(row.contains(",fsm,percent,,,,c,"), "\(row)")
    #expect(row.contains("suppressed"))
  }

  @Test func `run json holds the digest of every rule, and diff names the rule and the file that changed`() throws {
    try report("out")
    let before = try rules("out")
    #expect(before.keys.contains("rules/indicators.json5") && before.keys.contains("rules/rulebook/2009.json5"))
    #expect(before.values.allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })

    let rule = try folder.text("rules/rulebook/2009.json5")
    try folder.write("rules/rulebook/2009.json5", rule + "\n// Another edition.\n")
    try report("ruled")
    let after = try rules("ruled")
    #expect(Set(before.keys.filter { before[$0] != after[$0] }) == ["rules/rulebook/2009.json5"])
    let ruled = try Command.run(["diff", "out/2009-autumn", "ruled/2009-autumn"], folder: folder.path)
    #expect(ruled.exitCode == 0 && ruled.output.contains("0 rows changed, 0 new, 0 removed"), "\(ruled.output)")
    #expect(ruled.output.contains("rule file '2009.json5' changed"))

    let results = try folder.text("data/ks2_results.csv")
    try folder.write(
      "data/ks2_results.csv", results.replacing("2009,100001,all,30,24,23,22,", with: "2009,100001,all,30,24,23,20,"))
    try report("later")
    let later = try Command.run(["diff", "ruled/2009-autumn", "later/2009-autumn"], folder: folder.path)
    #expect(later.output.contains("input file 'ks2_results.csv' changed"), "\(later.output)")
    #expect(!later.output.contains("another build"))
    let none = try Command.run(["diff", "out/2009-autumn", "nowhere"], folder: folder.path)
    #expect(none.exitCode == 1 && none.errors.hasPrefix("nowhere/run.json: error: no such file"), "\(none.errors)")
  }
}
