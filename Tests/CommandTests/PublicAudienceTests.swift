import Foundation
import TestSupport
import Testing

@Suite("What may leave the authority") struct PublicAudienceTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try TinyData.write(folder)
    // Two groups too small to tell that sum to nought, and a total that would give them away.
    var rows = "year,geographic_level,code,measure,group,basis,numerator,denominator,value\n"
    for (code, fsm) in [(901, (0, 4)), (902, (0, 5))] {
      rows += "2009,Local authority,\(code),ks2_l4_em,fsm,maintained,\(fsm.0),\(fsm.1),0.0\n"
      rows += "2009,Local authority,\(code),ks2_l4_em,not_fsm,maintained,70,100,70.0\n"
      rows +=
        "2009,Local authority,\(code),ks2_l4_em,all,maintained,70,\(100 + fsm.1),\(code == 901 ? "67.3" : "66.7")\n"
    }
    try folder.write("data/published_results.csv", rows)
  }

  private func run(_ command: String, _ arguments: String...) throws -> CommandOutcome {
    try Command.run(
      [command, "--data", "data", "--reference", ProjectFolders.reference, "--year", "2009", "--out", "out"]
        + arguments,
      folder: folder.path)
  }

  @Test func `the public gets the publishing files alone, with small groups and what would tell them left out`() throws
  {
    let outcome = try run("report", "--audience", "public")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("the attack on the rest worked out none"), "\(outcome.errors)")
    let root = folder.path + "/out/2009-autumn-public"
    let files = try #require(FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String })
      .filter { $0.contains(".") }
    #expect(
      files.allSatisfy {
        $0.hasPrefix("tables/ees/")
          || [".school-indicators.json", "run.json", "datapackage.json", "tables/datapackage.json"].contains($0)
      }, "\(files)")
    for file in files {
      let text = try String(contentsOfFile: root + "/" + file, encoding: .utf8)
      #expect(!text.contains("Ash Primary") && !text.contains("100001"), "\(file)")
    }
    let table = try folder.text("out/2009-autumn-public/tables/ees/key_stage_2_attainment_and_expected_progress.csv")
    let small = table.split(separator: "\n").filter {
      $0.contains(",901,") && $0.contains(",English and mathematics,") && $0.contains("FSM eligible,")
    }
    #expect(!small.isEmpty && small.allSatisfy { !$0.contains(",0,") }, "\(small)")
    #expect(small.contains { $0.contains(",c") })
  }

  @Test func `a comparison is no publication`() throws {
    let outcome = try run("compare", "--audience", "public")
    #expect(outcome.exitCode == 2 && outcome.errors.contains("gets no comparison"), "\(outcome.errors)")
  }
}
