import ReferenceFiles
import TestSupport
import Testing

@testable import Pupils

@Suite("Progress and prediction of pupils")
struct ProgressTests {
  let rules: ProgressRules
  init() throws { rules = try ProgressRules.load(referenceFolder: ProjectFolders.reference) }

  @Test("key stage 1 reading and writing give the level in English")
  func english() {
    #expect(rules.keyStage1English(reading: "2A", writing: "2C") == "2B")
    #expect(rules.keyStage1English(reading: "A", writing: "1") == "1")
    #expect(rules.keyStage1English(reading: "3", writing: "2A") == "3")
    #expect(rules.keyStage1English(reading: "W", writing: "D") == "W")
    #expect(rules.keyStage1English(reading: "W", writing: "1") == "1")
    #expect(rules.keyStage1English(reading: "2C", writing: "2C") == "2C")
    #expect(rules.keyStage1English(reading: "2", writing: "2A") == "2A")
    #expect(rules.keyStage1English(reading: "3", writing: "4") == "4")
    #expect(rules.keyStage1English(reading: "D", writing: "") == "none")
  }

  /// The least result that is progress, worded apart from the table (rulebook §1.4).
  @Test("every cell from key stage 1 to 2")
  func twoLevels() throws {
    let matrix = try #require(rules["ks1-ks2-two-levels"])
    let order = ["none", "B", "N", "W", "1", "2", "3", "4", "5", "6"]
    #expect(matrix.results == order)
    let needed = ["W": "2", "1": "3", "2C": "4", "2B": "4", "2A": "4", "3": "5", "4": "5"]
    #expect(matrix.priors == Set(needed.keys).union(["none"]))
    for result in order {
      #expect(matrix.progress(from: "none", to: result) == .excluded)
      for (prior, least) in needed {
        let made = order.firstIndex(of: result)! >= order.firstIndex(of: least)!
        #expect(matrix.progress(from: prior, to: result) == (made ? .made : .notMade), "\(prior) \(result)")
      }
    }
    #expect(matrix.progress(from: "7", to: "4") == nil)
    #expect(matrix.progress(from: "2B", to: "x") == nil)
  }

  @Test("every cell from key stage 2 to 4, three levels and four")
  func threeLevels() throws {
    let order = ["none", "U", "G", "F", "E", "D", "C", "B", "A", "A*"]
    func check(_ matrix: ProgressMatrix, _ prior: String, least: String, excluded: Set<String> = []) {
      for result in order {
        let expected: Progress =
          excluded.contains(result)
          ? .excluded : order.firstIndex(of: result)! >= order.firstIndex(of: least)! ? .made : .notMade
        #expect(matrix.progress(from: prior, to: result) == expected, "\(prior) \(result)")
      }
    }
    let three = try #require(rules["ks2-ks4-three-levels"])
    check(three, "none", least: "B", excluded: ["G", "F", "E", "D", "C"])
    for prior in ["B", "N"] { check(three, prior, least: "E", excluded: ["G", "F"]) }
    for (prior, least) in [("2", "E"), ("3", "D"), ("4", "C"), ("5", "B")] { check(three, prior, least: least) }
    #expect(three.priors == ["none", "B", "N", "2", "3", "4", "5"])
    let four = try #require(rules["ks2-ks4-four-levels"])
    for (prior, least) in [("2", "D"), ("3", "C"), ("4", "B"), ("5", "A")] { check(four, prior, least: least) }
    #expect(four.progress(from: "none", to: "A") == nil)
  }

  @Test("a matrix with a cell too few is a mistake with its line")
  func shortRow() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "matrix.json5",
      """
      { id: "m", title: "t", source: "s", certainty: "H", results: ["a", "b"],
        rows: { x: "Y" } }
      """)
    #expect {
      try ReferenceFile.decode(ProgressMatrix.self, path: path)
    } throws: {
      "\($0)".contains("matrix.json5:2:") && "\($0)".contains("'Y' should be 2 of Y, N and x")
    }
  }

  @Test("the terms of 2006 predict a pupil's key stage 2 points")
  func prediction() throws {
    let formula = try ValueAddedFormula.load(path: ProjectFolders.reference + "/pupils/value_added_ks2_2006.json5")
    var pupil = Dictionary(
      uniqueKeysWithValues: Set(formula.terms.flatMap(\.of)).map { ($0, 0.0) })
    func expect(_ expected: Double) throws {
      #expect(abs(try #require(formula.prediction(pupil)) - expected) < 1e-9)
    }
    try expect(17.939)
    pupil["ks1_points"] = 15
    try expect(27.9365)
    pupil["ks1_reading_difference"] = 2
    pupil["ks1_maths_difference"] = -2
    try expect(27.5365)
    // 27.5365 − 0.246 − 0.317 − 0.1922 − 0.448 − 1.381
    pupil["girl"] = 1
    pupil["age"] = 0.5
    pupil["idaci"] = 0.2
    pupil["fsm"] = 1
    pupil["school_action"] = 1
    try expect(24.9523)
    // EAL at 15 points: 1.814 + 1.4625 − 3.1575
    pupil["eal"] = 1
    try expect(25.0713)
    pupil["school_action"] = 0
    pupil["school_action_plus"] = 1
    pupil["cic"] = 1
    pupil["joined_after_september_year_6"] = 1
    // + 1.381 − 2.112 + 0.127 − 0.629
    try expect(23.8383)
    pupil["joined_after_september_year_6"] = 0
    pupil["joined_late"] = 1
    try expect(24.3163)
    pupil["idaci"] = nil
    #expect(formula.prediction(pupil) == nil)
    let parts = formula.terms(with: Set(pupil.keys))
    #expect(parts.dropped.map(\.id) == ["idaci"] && parts.used.count == formula.terms.count - 1)
  }
}
