import TestSupport
import Testing

@testable import ReferenceFiles

@Suite("Reading reference data strictly")
struct ReferenceFileTests {
  private struct Part: Decodable {
    var baseYear: Int
    var names: [String]?
  }
  private struct Whole: Decodable {
    var parts: [Part]
    var byName: [String: Part]?
  }

  private func read(_ text: String, _ keys: ReferenceFile.Keys = .snakeCase) throws -> Whole {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.json5", Array(text.utf8))
    return try ReferenceFile.decode(Whole.self, path: path, keys: keys)
  }

  private func mistake(_ text: String) throws -> String {
    let error = #expect(throws: ReferenceMistake.self) { try read(text) }
    return error?.description.split(separator: "/").last.map(String.init) ?? ""
  }

  @Test("what all keys ask for is read, comments and quotes of every kind included")
  func read() throws {
    let whole = try read(
      """
      // A comment with { brackets: 1 }
      { parts: [{ base_year: 2009, 'names': ["a", 'b',] }, /* { odd: 1 } */ { "base_year": 2010 }],
        by_name: { any_name: { base_year: 1 } } }
      """)
    #expect(whole.parts.map(\.baseYear) == [2009, 2010] && whole.byName?["anyName"]?.baseYear == 1)
  }

  @Test("the first unknown key of a file is named with its line, as it is written")
  func unknown() throws {
    #expect(
      try mistake("{\n  parts: [{ base_year: 1 },\n    { base_year: 2, nmes: [] }],\n  odd: 1 }")
        == "x.json5:3: error: [reference] key 'nmes' means nothing here; did you mean 'names'?")
    #expect(
      try mistake("{\n  parts: [{\n base_year: 2, base_yeer: 3 }] }")
        == "x.json5:3: error: [reference] key 'base_yeer' means nothing here; did you mean 'base_year'?")
    #expect(
      try mistake("{ parts: [], colour: 1 }")
        == "x.json5:1: error: [reference] key 'colour' means nothing here; keys here are 'by_name', 'parts'")
  }

  @Test("a missing key, a value of another kind and broken text are named with their place")
  func others() throws {
    #expect(
      try mistake("{\n parts: [\n {} ] }")
        == "x.json5:3: error: [reference] 'base_year' is missing in 'parts[0]'; add it")
    #expect(
      try mistake("{ parts: [{\n base_year: 'x' }] }")
        == "x.json5:2: error: [reference] 'parts[0].base_year' should be of type Int")
    #expect(try mistake("{ parts: [").contains("error: [reference] is not JSON5: "))
  }
}
