import SchoolStatistics
import TestSupport
import Testing

@testable import school_indicators

/// Authorities and regions as people name them.
@Suite struct PlaceChoiceTests {
  private let choice: PlaceChoice = {
    var data = SchoolData()
    let names = [(301, "Anyborough"), (801, "Bristol, City of"), (802, "North Somerset"), (803, "North Vale")]
    data.authorities = names.map {
      LocalAuthority(code: LocalAuthorityCode($0.0), name: $0.1, onsCode: "E06000\($0.0)")
    }
    data.regions = [Region(code: "E12000001", name: "North East"), Region(code: "E12000009", name: "South West")]
    data.schools = [301, 801, 802].map {
      School(urn: URN(100_000 + $0), authority: LocalAuthorityCode($0), name: "Ash", kind: .primary)
    }
    return PlaceChoice(data: data)
  }()

  @Test(arguments: [
    (["301"], [301]), (["301,802"], [301, 802]), (["301, north somerset"], [301, 802]), (["Bristol, City of"], [801]),
    (["bristol"], [801]), (["E06000802", "ANYBOROUGH"], [802, 301]),
  ]) func `an authority by code, ONS code, name or the beginning of one`(words: [String], codes: [Int]) throws {
    #expect(try choice.authorities(words) == codes.map { LocalAuthorityCode($0) })
  }

  @Test func `all are no choice`() throws {
    #expect(try choice.authorities([]) == nil)
    #expect(try choice.authorities(["All"]) == nil)
  }

  @Test(arguments: [
    ("Anyborogh", "did you mean 'Anyborough'?"), ("999", "give its three-digit code or its name"),
    ("North", "give its three-digit code or its name"), ("803", "no school or figure of local authority '803'"),
  ]) func `one that is not there is named with the nearest`(word: String, said: String) {
    let error = #expect(throws: PlaceError.self) { try choice.authorities([word]) }
    #expect(error?.description.contains(said) == true)
  }

  @Test func `regions by name or code`() throws {
    #expect(try choice.regions(["north  EAST", "E12000009"]) == ["North East", "South West"])
    #expect(try choice.regions(["North East, South West"]) == ["North East", "South West"])
    let error = #expect(throws: PlaceError.self) { try choice.regions(["North Eats"]) }
    #expect(error?.description.contains("did you mean 'North East'?") == true)
  }
}

/// What people type, and what they meant.
@Suite struct TypedWordsTests {
  @Test(arguments: [
    (["reprot"], "there is no subcommand 'reprot'; did you mean 'report'?"),
    (
      ["report", "--formats", "csv, htlm"], "format 'htlm' is not known; did you mean 'html'? known are csv, html, xlsx"
    ),
    (["report", "--tables", "indicator"], "table 'indicator' is not known; did you mean 'indicators'?"),
    (["report", "--terms", "autumn"], "Did you mean '--term'"),
    (["report", "--year", "2009/11"], "year '2009/11' is not a school year"),
    (["packs", "--formats", " "], "no format is named in ' '"),
  ]) func `wrong usage says what was probably meant`(arguments: [String], said: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(arguments, folder: folder.path)
    #expect(outcome.exitCode == 2 && outcome.errors.contains(said), "\(outcome.errors)")
  }

  @Test func `years, terms, formats and places may be written as people write them`() throws {
    let folder = try TemporaryFolder()
    try TinyData.write(folder)
    let common = ["report", "--data", "data", "--reference", ProjectFolders.reference, "--out", "out"]
    let outcome = try Command.run(
      common + ["--year", "2008/09", "--term", "Autumn", "--formats", "CSV, html", "--la", "Otherborough"],
      folder: folder.path)
    #expect(outcome.exitCode == 0 && outcome.errors.contains("to out/2009-autumn-la-902"), "\(outcome.errors)")
    let unknown = try Command.run(common + ["--la", "Otherbrough"], folder: folder.path)
    #expect(unknown.exitCode == 1 && unknown.errors.contains("did you mean 'Otherborough'?"))
    #expect(!unknown.errors.contains("calculated"), "nothing is calculated first")
  }

  @Test func `the settings of a folder stand for options, and a misspelt key is an error`() throws {
    let folder = try TemporaryFolder()
    try TinyData.write(folder)
    let reference = ProjectFolders.reference
    try folder.write(
      "school-indicators.json5",
      "{ data: 'data', out: 'each-term', la: ['Anyborough'], contact: 'Data team', reference: '\(reference)' }")
    let outcome = try Command.run(["report", "--formats", "csv"], folder: folder.path)
    #expect(outcome.errors.contains("to each-term/2009-autumn-la-901"), "\(outcome.errors)")
    #expect(
      try Command.run(["report", "--formats", "csv", "--la", "all"], folder: folder.path).errors.contains(
        "to each-term/2009-autumn\n"))
    try folder.write("school-indicators.json5", "{\n  dta: 'data',\n}")
    let mistake = try Command.run(["check"], folder: folder.path)
    #expect(mistake.exitCode == 2)
    #expect(
      mistake.errors.contains(
        "school-indicators.json5:2: error: [reference] key 'dta' means nothing here; did you mean"))
  }
}
