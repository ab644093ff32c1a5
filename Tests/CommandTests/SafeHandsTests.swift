import Foundation
import TestSupport
import Testing

/// A folder of data as small as can be: two authorities, three schools, results of two years.
enum TinyData {
  static func write(_ folder: TemporaryFolder) throws {
    try folder.write(
      "data/local_authorities.csv",
      "la_code,la_name,ons_code,region_code,region_name,valid_from,valid_to\n901,Anyborough,E99000901,E12000001,North East,,\n902,Otherborough,E99000902,E12000001,North East,,\n"
    )
    try folder.write(
      "data/schools.csv",
      "urn,la_code,estab,school_name,phase,school_type,maintained,opened,closed\n100001,901,2001,Ash Primary,primary,Community school,1,,\n100002,901,2002,Birch Primary,primary,Community school,1,,\n100003,902,2001,Cedar Primary,primary,Community school,1,,\n"
    )
    let header =
      "year,urn,group,eligible,l4_english,l4_maths,l4_english_and_maths,below_l3_english,below_l3_maths,progress_english,progress_english_matched,progress_maths,progress_maths_matched\n"
    var rows = header
    for year in [2008, 2009] {
      for urn in 100_001...100_003 { rows += "\(year),\(urn),all,30,24,23,22,2,2,25,29,24,29\n" }
    }
    try folder.write("data/ks2_results.csv", rows)
  }
}

@Suite("No data is lost") struct SafeHandsTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try TinyData.write(folder)
  }

  @discardableResult
  private func run(_ command: String, _ arguments: String...) throws -> CommandOutcome {
    try Command.run(
      [command, "--data", "data", "--reference", ProjectFolders.reference, "--year", "2009"] + arguments,
      folder: folder.path)
  }
  private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.path + "/" + name) }

  @Test func `reports of different scope, and packs, stand side by side and say what they wrote`() throws {
    #expect(
      try run("report", "--out", "out").errors.contains("to out/2009-autumn; begin at out/2009-autumn/index.html"))
    #expect(try run("packs", "--out", "out").exitCode == 0)
    let pack = "out/2009-autumn/packs/901/100001-autumn.html"
    #expect(exists(pack))
    try folder.write("out/2009-autumn/packs/901/partner.txt", "mine")
    let one = try run("report", "--la", "902", "--formats", "csv", "--out", "out")
    #expect(one.errors.hasSuffix("for 1 local authority to out/2009-autumn-la-902\n"), "\(one.errors)")
    #expect(try run("compare", "--out", "out").exitCode == 0)
    #expect(exists("out/2009-autumn/la/901/index.html") && exists(pack))

    let again = try run("report", "--out", "out")
    #expect(again.errors.contains("'out/2009-autumn' of an earlier run will be replaced"), "\(again.errors)")
    #expect(exists(pack))
    #expect(try run("packs", "--out", "out").errors.contains("replaced the earlier packs of 2 local authorities"))
    #expect(try folder.text("out/2009-autumn/packs/901/partner.txt") == "mine")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted() == [
        "2009-autumn", "2009-autumn-comparison", "2009-autumn-la-902",
      ])
  }

  @Test func `a smaller run does not replace a bigger one without being told`() throws {
    try run("report", "--out", "out")
    let outcome = try run("report", "--formats", "csv", "--out", "out")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("the earlier run wrote html, xlsx too"), "\(outcome.errors)")
    #expect(exists("out/2009-autumn/index.html"))
    #expect(try run("report", "--formats", "csv", "--out", "out", "--replace").exitCode == 0)
    #expect(!exists("out/2009-autumn/index.html"))
  }

  @Test func `an input with the name of a report is left alone`() throws {
    try FileManager.default.moveItem(atPath: folder.path + "/data", toPath: folder.path + "/2009-autumn")
    let outcome = try Command.run(
      ["report", "--data", "2009-autumn", "--reference", ProjectFolders.reference, "--out", "."], folder: folder.path)
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("error: the input '2009-autumn' stands here"), "\(outcome.errors)")
    #expect(exists("2009-autumn/schools.csv"))
  }

  @Test func `files of others in the folders of check and sample are left alone`() throws {
    try folder.write("out/check/mine.txt", "mine")
    let check = try run("check", "--out", "out")
    #expect(check.exitCode == 1 && check.errors.contains("was not written by the tool"), "\(check.errors)")
    let sample = try Command.run(["sample", "--size", "la", "--out", "data"], folder: folder.path)
    #expect(sample.exitCode == 1 && sample.errors.contains("was not written by the tool"), "\(sample.errors)")
    #expect(try folder.text("data/schools.csv").contains("Ash Primary"))
    #expect(try folder.text("out/check/mine.txt") == "mine")
  }

  @Test(arguments: ["2>&-", "2>/dev/full", "2>&- <&- >&-", "2> >(exit 0)"])
  func `a run whose standard error cannot be written goes on`(redirection: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.arguments = [
      "-c",
      "'\(Command.executable)' report --data data --reference '\(ProjectFolders.reference)' --year 2009 --out out \(redirection)",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(exists("out/2009-autumn/index.html"))
    #expect(!(try folder.text("out/2009-autumn/index.html")).contains("calculated"))
  }

  @Test func `a printing helper that ends at once ends no run`() throws {
    let outcome = try run("packs", "--out", "out", "--formats", "html,pdf", "--python", "/bin/true")
    #expect(outcome.exitCode == 1)
    #expect(exists("out/2009-autumn/packs/901/100001-autumn.html"))
    #expect(outcome.errors.contains("cannot be printed: "), "\(outcome.errors)")
  }

  @Test func `what is written is for the owner and the group, unless told otherwise`() throws {
    func mode(_ name: String) throws -> Int {
      try (FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.posixPermissions] as? Int ?? 0)
    }
    try run("report", "--out", "out")
    for name in ["out", "out/2009-autumn", "out/2009-autumn/la/901"] { #expect(try mode(name) == 0o750, "\(name)") }
    for name in ["index.html", "la/901/indicators.xlsx", "tables/indicators.csv", "run.json"] {
      #expect(try mode("out/2009-autumn/" + name) == 0o640, "\(name)")
    }
    try run("check", "--out", "open", "--readable-by-all")
    #expect(try mode("open/check") == 0o755 && mode("open/check/quality.csv") == 0o644)
  }

  @Test func `too small a limit of memory is told in a sentence`() throws {
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.standardError = errors
    process.arguments = [
      "-c",
      "ulimit -v 250000; exec '\(Command.executable)' check --data '\(ProjectFolders.sample)' --reference '\(ProjectFolders.reference)' --out '\(folder.path)/out'",
    ]
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(said.contains("the memory limit of this process"), "\(said.suffix(500))")
  }

  /// Cells that each ended a run, and the ones beside them.
  private static let cells: [(file: String, text: String)] = [
    ("inspections.csv", "urn,inspected_on,overall\n100001,222007-01-19,1\n"),
    ("names.csv", "AcademicYear,LA,LAEstab,SchoolName,URN\n2009,,2013614001,Foo,100001\n"),
    (
      "published_results.csv",
      "year,geographic_level,code,measure,group,value\n2008,Local authority,901,ks4_5ac_em,sen,11.1\n2008,National,,ks2_l4_em,all,-1e308\n2008,National,,ks2_l4_em,fsm,99999999999\n"
    ),
    (
      "statistical_neighbours.csv",
      "la_code,model,neighbour_1,neighbour_2,neighbour_3,neighbour_4,neighbour_5,neighbour_6,neighbour_7,neighbour_8,neighbour_9,neighbour_10\n901,x,902,-1,,,,,,,,\n"
    ),
    (
      "attendance.csv",
      "year,urn,period,enrolments,possible_sessions,authorised_absence,unauthorised_absence\n2009,100001,five_half_terms,103,100000000,100000000,100000000\n2009,100002,five_half_terms,103,31374,1500,2147483647\n"
    ),
    (
      "more_schools.csv",
      "urn,la_code,school_name,phase,school_type\n7700900123,901,A,primary,Community school\n100004,99999999,B,primary,Community school\n"
    ),
    (
      "more_results.csv",
      "year,urn,group,eligible,l4_english,l4_maths,l4_english_and_maths,below_l3_english,below_l3_maths,progress_english,progress_english_matched,progress_maths,progress_maths_matched\n2007,100001,all,100000,100000,100000,100000,0,0,100000,1,100000,1\n2007,100002,all,3000000000,1,1,1,1,1,1,1,1,1\n222007,100002,all,30,1,1,1,1,1,1,1,1,1\n"
    ),
    (
      "value_added.csv",
      "year,urn,measure,score,ci_lower,ci_upper,coverage,pupils\n2009,100001,cva_ks1_ks2,10000000,-10000000,10000000,100,100000\n2009,100002,cva_ks1_ks2,-10000000,-10000000,10000000,100,100000\n"
    ),
    (
      "targets.csv",
      "target_year,round_year,urn,measure,cohort,target_pupils,target_percent,estimate_b,estimate_d,prior_attainment_pupils,matched,predicted_below_expected,date_set,exceptional,exceptional_reason,decided_by,decided_on\n2010,2009,100001,ks2_l4_em,100000,100000,1000,1000,1000,100000,100000,100000,222009-01-01,,,,\n"
    ),
  ]

  @Test(arguments: ["report", "packs", "compare", "check"]) func `no cell ends a run`(command: String) throws {
    for cell in Self.cells { try folder.write("data/" + cell.file, cell.text) }
    let outcome = try run(command, "--out", "out")
    #expect(outcome.exitCode == (command == "check" ? 1 : 0), "\(outcome.errors)")
    #expect(!outcome.errors.contains("fault"))
  }
}
