import Provenance
import TestSupport
import Testing

@Suite("What changed between two runs") struct RunDifferenceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let header =
    "time_period,geographic_level,old_la_code,la_name,indicator_id,pupil_group,numerator,denominator,value,status,rank,quartile_band\n"

  private func run(
    _ name: String, inputs: [(String, String, [Int])], rules: [(String, String)] = [("2009.json5", "r1")],
    years: [Int] = [2009], rows: String
  ) throws -> FinishedRun {
    let files = inputs.map { "{\"path\":\"data/\($0.0)\",\"sha256\":\"\($0.1)\",\"years\":\($0.2)}" }
    let ruled = rules.map { "{\"path\":\"Data/reference/rulebook/\($0.0)\",\"sha256\":\"\($0.1)\"}" }
    try folder.write(
      name + "/run.json",
      "{\"title\":\"\(name)\",\"versions\":{\"school-indicators\":\"0.1.0\"},\"headline_year\":2009,\"years\":\(years),\"inputs\":[\(files.joined(separator: ","))],\"rules\":[\(ruled.joined(separator: ","))],\"indicators\":[\"ks2-l4-em\"],\"options\":{}}"
    )
    try folder.write(
      name + "/datapackage.json",
      "{\"resources\":[{\"name\":\"indicators\",\"path\":\"tables/indicators.csv\",\"schema\":{\"primaryKey\":[\"time_period\",\"old_la_code\",\"indicator_id\",\"pupil_group\"]}}]}"
    )
    try folder.write(name + "/tables/indicators.csv", Self.header + rows)
    return try FinishedRun(folder: folder.path + "/" + name)
  }

  private static let rows = """
    200809,Local authority,901,Anyborough,ks2-l4-em,all,60,100,60.0,,1,A
    200809,Local authority,902,Otherborough,ks2-l4-em,all,50,100,50.0,,2,B

    """

  @Test func `the same run differs in nothing`() throws {
    let inputs = [("ks2.csv", "a", [2009])]
    let found = try RunDifference(
      run("old", inputs: inputs, rows: Self.rows), run("new", inputs: inputs, rows: Self.rows))
    #expect(found.rows.isEmpty && found.causes.isEmpty)
  }

  @Test func `a revised file explains a figure, and what others are compared with`() throws {
    let found = try RunDifference(
      run("old", inputs: [("ks2_provisional.csv", "a", [2009])], rows: Self.rows),
      run(
        "new", inputs: [("ks2_revised.csv", "b", [2009])],
        rows: """
          200809,Local authority,901,Anyborough,ks2-l4-em,all,40,100,40.0,,2,B
          200809,Local authority,902,Otherborough,ks2-l4-em,all,50,100,50.0,,1,A

          """))
    let cause = "provisional file 'ks2_provisional.csv' was replaced by the revised 'ks2_revised.csv'"
    #expect(found.causes == [cause])
    #expect(
      found.rows.map(\.reason) == [cause, "its own figure is the same; what it is compared with changed: " + cause])
    #expect(found.rows[0].change("value") == .some(.init(column: "value", old: "60.0", new: "40.0")))
    #expect(found.foremost(1).map(\.place) == ["Anyborough"])
  }

  @Test func `a rule, a new year, a row that is gone and an edited table each have their reason`() throws {
    let inputs = [("ks2.csv", "a", [2009])]
    let old = try run("old", inputs: inputs, rows: Self.rows)
    let one = "200809,Local authority,901,Anyborough,ks2-l4-em,all,60,100,60.0,,1,A\n"
    let ruled = try RunDifference(
      old, run("rule", inputs: inputs, rules: [("2009.json5", "r2")], rows: one))
    #expect(ruled.rows.map(\.kind) == [.removed])
    #expect(ruled.rows.map(\.reason) == ["removed row: rule file '2009.json5' changed"])

    let later = "200910,Local authority,901,Anyborough,ks2-l4-em,all,61,100,61.0,,1,A\n"
    let grown = try RunDifference(
      old, run("later", inputs: inputs + [("ks2-2010.csv", "c", [2010])], years: [2009, 2010], rows: Self.rows + later))
    #expect(grown.rows.map(\.reason) == ["200910 is only in the new run"])

    let edited = try RunDifference(
      old, run("edited", inputs: inputs, rows: Self.rows.replacing("60.0", with: "66.0")))
    #expect(edited.rows.map { $0.reason.contains("the table was edited") } == [true])
    let hidden = try RunDifference(
      old,
      run(
        "hidden", inputs: [("ks2.csv", "b", [2009])], rows: Self.rows.replacing("60,100,60.0,,", with: ",,,c,")))
    #expect(hidden.rows.map(\.reason) == ["now suppressed: input file 'ks2.csv' changed"])
  }

  @Test(arguments: DifferenceFormat.allCases) func `every format names the place and the reason`(
    format: DifferenceFormat
  ) throws {
    let found = try RunDifference(
      run("old", inputs: [("ks2.csv", "a", [2009])], rows: Self.rows),
      run("new", inputs: [("ks2.csv", "b", [2009])], rows: Self.rows.replacing("60,100,60.0", with: "61,100,61.0")))
    let text = String(decoding: found.document(format), as: UTF8.self)
    #expect(text.contains("Anyborough") && text.contains("ks2.csv") && text.contains("61.0"), "\(text)")
    #expect(!text.contains("unknown"))
  }

  @Test func `a folder that is no report is refused by name`() throws {
    #expect(throws: ProvenanceError.missing(path: folder.path + "/none/run.json")) {
      try FinishedRun(folder: folder.path + "/none")
    }
  }
}
