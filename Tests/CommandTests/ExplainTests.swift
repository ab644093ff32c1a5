import Foundation
import TestSupport
import Testing

@Suite("Explaining a figure") struct ExplainTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try TinyData.write(folder)
    let outcome = try run("report", ["--year", "2009", "--formats", "csv", "--out", "out"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  private func run(_ command: String, _ arguments: [String]) throws -> CommandOutcome {
    try Command.run(
      [command, "--data", "data", "--reference", ProjectFolders.reference] + arguments, folder: folder.path)
  }

  private func explain(_ arguments: String...) throws -> CommandOutcome {
    try run("explain", ["out/2009-autumn", "--indicator", "ks2-l4-em"] + arguments)
  }

  /// Two schools of 22 of 30 each: the rows of 2009 are lines 5 and 6 of the file.
  @Test func `an authority's share names its rows, its arithmetic and its place in the report`() throws {
    let outcome = try explain("--la", "901")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    for words in [
      "100 × 44 ÷ 60 = 73.3%", "Ash Primary (100001)  all  22 of 30  data/ks2_results.csv:5",
      "Birch Primary (100002)  all  22 of 30  data/ks2_results.csv:6", "rulebook/2009.json5",
      "together 44 of 60 = 73.3%", "The inputs still give it.",
    ] { #expect(outcome.output.contains(words), "\(words): \(outcome.output)") }
    #expect(!outcome.output.contains("Cedar"))
    let rows = try folder.text("out/2009-autumn/tables/indicators.csv").split(separator: "\n")
    let line = try #require(
      rows.firstIndex { $0.contains("200809") && $0.contains(",901,") && $0.contains(",ks2-l4-em,") })
    #expect(outcome.output.contains("tables/indicators.csv:\(line + 1)\n"))
  }

  @Test func `a school, an earlier year and JSON`() throws {
    let school = try explain("--urn", "100003", "--year", "2008")
    #expect(school.output.contains("data/ks2_results.csv:4"), "\(school.output)")
    let json = try explain("--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((object["rows"] as? [Any])?.count == 3 && object["agrees"] as? Bool == true)
  }

  @Test func `inputs that changed since are named, and a figure that is not there is refused`() throws {
    let results = try folder.text("data/ks2_results.csv")
    try folder.write(
      "data/ks2_results.csv", results.replacing("2009,100001,all,30,24,23,22,", with: "2009,100001,all,30,24,23,20,"))
    let changed = try explain("--la", "901")
    #expect(changed.exitCode == 1 && changed.output.contains("Changed since the run: data/ks2_results.csv"))
    #expect(changed.output.contains("where it is '73.3'"))
    #expect(try explain("--la", "999").errors.contains("no figure of 'ks2-l4-em' for 999"))
    #expect(try explain("--la", "9x9").exitCode == 2)
  }
}
