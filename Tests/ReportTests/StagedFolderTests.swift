import Foundation
import SchoolStatistics
import TestSupport
import Testing

@testable import Report

@Suite struct StagedFolderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try StagedFolder.write(placement) { (report) throws(ReportError) in
      try report.write("old", to: "index.html")
      try report.write("old", to: "la/901/index.html")
    }
  }

  private var placement: Placement {
    Placement(outFolder: folder.path, name: "2009-autumn", kind: .report, scope: ["csv", "html"])
  }
  private func placement(_ name: String, _ kind: FolderMarker.Kind = .report) -> Placement {
    Placement(outFolder: folder.path, name: name, kind: kind, scope: ["csv", "html"])
  }
  private func write(_ text: String, _ placement: Placement? = nil) throws(ReportError) {
    try StagedFolder.write(placement ?? self.placement) { (report) throws(ReportError) in
      try report.write(text, to: "index.html")
    }
  }
  private var entries: [String] { FolderTree.names(folder.path) }
  private func exists(_ name: String) -> Bool { FolderTree.exists(folder.path + "/" + name) }

  /// A folder beside the report as a run that was killed leaves it.
  private func leave(_ name: String, _ marker: FolderMarker?, _ files: [String]) throws {
    for file in files { try folder.write(name + "/" + file, file) }
    if let marker { try MarkedFolder.mark(folder.path + "/" + name, marker) }
  }

  @Test func `a complete report takes the place of the old one, whole`() throws {
    try write("new")
    #expect(try folder.text("2009-autumn/index.html") == "new")
    #expect(!exists("2009-autumn/la"))
    #expect(entries == ["2009-autumn"])
  }

  @Test func `a first report needs no old one and no folder`() throws {
    let placement = Placement(outFolder: folder.path + "/some/where", name: "2009-spring", kind: .report)
    try StagedFolder.write(placement) { (report) throws(ReportError) in try report.write("new", to: "la/901/index.html")
    }
    #expect(try folder.text("some/where/2009-spring/la/901/index.html") == "new")
  }

  @Test func `a writer that fails leaves the old report as it was and nothing beside it`() throws {
    #expect(throws: ReportError.diskFull(path: "/dev/full")) {
      try StagedFolder.write(placement) { (report) throws(ReportError) in
        try report.write("new", to: "index.html")
        let file = try OutputFile(path: "/dev/full")
        try file.write(Array("text".utf8))
      }
    }
    #expect(try folder.text("2009-autumn/index.html") == "old")
    #expect(entries == ["2009-autumn"])
  }

  @Test func `while a report is written the old one stays readable`() throws {
    try StagedFolder.write(placement) { (report) throws(ReportError) in
      try report.write("new", to: "index.html")
      #expect((try? folder.text("2009-autumn/index.html")) == "old")
    }
  }

  @Test func `a folder without the tool's marker is never touched, nor is a file or a link`() throws {
    try folder.write("2010-autumn/schools.csv", "mine")
    #expect(throws: ReportError.notOurs(path: folder.path + "/2010-autumn")) {
      try write("new", placement("2010-autumn"))
    }
    #expect(try folder.text("2010-autumn/schools.csv") == "mine")
    try folder.write("2009-summer", "mine")
    #expect(throws: ReportError.notAFolder(path: folder.path + "/2009-summer")) {
      try write("new", placement("2009-summer"))
    }
    #expect(try folder.text("2009-summer") == "mine")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/2008-autumn", withDestinationPath: folder.path + "/2009-autumn")
    #expect(throws: ReportError.notAFolder(path: folder.path + "/2008-autumn")) {
      try write("new", placement("2008-autumn"))
    }
    #expect(entries == ["2008-autumn", "2009-autumn", "2009-summer", "2010-autumn"])
  }

  @Test func `an empty folder may be filled`() throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/2010-autumn", withIntermediateDirectories: false)
    try write("new", placement("2010-autumn"))
    #expect(try folder.text("2010-autumn/index.html") == "new")
    #expect(entries == ["2009-autumn", "2010-autumn"])
  }

  @Test func `a folder that another command wrote is left alone`() throws {
    #expect(throws: ReportError.ofAnotherKind(path: folder.path + "/2009-autumn", kind: "report")) {
      try write("new", placement("2009-autumn", .comparison))
    }
    #expect(try folder.text("2009-autumn/index.html") == "old")
  }

  @Test func `an input is never replaced, nor is a folder that holds one`() throws {
    try folder.write("2009-autumn/data/x.csv", "mine")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: folder.path + "/2009-autumn/data")
    for input in ["2009-autumn", "2009-autumn/data", "2009-autumn/../2009-autumn/", "link"] {
      var placement = placement
      placement.inputs = [folder.path + "/nowhere", folder.path + "/" + input]
      #expect(throws: ReportError.self, "\(input)") { try write("new", placement) }
    }
    #expect(try folder.text("2009-autumn/index.html") == "old")
  }

  @Test func `files that the tool did not write stay in the new report`() throws {
    try folder.write("2009-autumn/mine.txt", "mine")
    try folder.write("2009-autumn/la/901/notes/visit.txt", "mine")
    var notices: [String] = []
    try StagedFolder.write(placement, notice: { notices.append($0) }) { (report) throws(ReportError) in
      try report.write("new", to: "index.html")
    }
    #expect(try folder.text("2009-autumn/mine.txt") == "mine")
    #expect(try folder.text("2009-autumn/la/901/notes/visit.txt") == "mine")
    #expect(!exists("2009-autumn/la/901/index.html"))
    #expect(
      notices == [
        "'\(folder.path)/2009-autumn' of an earlier run will be replaced when the new one is complete",
        "kept 2 files in it that the earlier run had not written",
      ])
    try write("newer")
    #expect(try folder.text("2009-autumn/mine.txt") == "mine")
    #expect(entries == ["2009-autumn"])
  }

  @Test func `a file of somebody else with the name of one that is written stops the run`() throws {
    try folder.write("2009-autumn/quality.csv", "mine")
    #expect(throws: ReportError.standsInTheWay(path: folder.path + "/2009-autumn/quality.csv")) {
      try StagedFolder.write(placement) { (report) throws(ReportError) in
        try report.write("new", to: "index.html")
        try report.write("new", to: "quality.csv")
      }
    }
    #expect(try folder.text("2009-autumn/quality.csv") == "mine")
    #expect(try folder.text("2009-autumn/index.html") == "old")
    #expect(entries == ["2009-autumn"])
  }

  @Test func `packs that were written into a report stay when it is replaced`() throws {
    try write("packs", placement("2009-autumn/packs/901", .packs))
    try write("new")
    #expect(try folder.text("2009-autumn/index.html") == "new")
    #expect(try folder.text("2009-autumn/packs/901/index.html") == "packs")
    #expect(MarkedFolder(folder.path + "/2009-autumn/packs/901")?.marker.kind == .packs)
    try write("other packs", placement("2009-autumn/packs/901", .packs))
    #expect(try folder.text("2009-autumn/packs/901/index.html") == "other packs")
  }

  @Test func `packs may come before their report`() throws {
    try write("packs", placement("2010-spring/packs/901", .packs))
    #expect(MarkedFolder(folder.path + "/2010-spring")?.marker.kind == .report)
    try write("report", placement("2010-spring"))
    #expect(try folder.text("2010-spring/packs/901/index.html") == "packs")
    #expect(try folder.text("2010-spring/index.html") == "report")
    #expect(entries == ["2009-autumn", "2010-spring"])
  }

  @Test func `a run of smaller scope replaces a larger one only when told`() throws {
    var smaller = placement
    smaller.scope = ["csv"]
    #expect(throws: ReportError.holdsMore(path: folder.path + "/2009-autumn", what: ["html"])) {
      try write("new", smaller)
    }
    #expect(try folder.text("2009-autumn/index.html") == "old")
    smaller.replacesMore = true
    try write("new", smaller)
    #expect(try folder.text("2009-autumn/index.html") == "new")
  }

  @Test func `what a killed run left behind is removed by the next, whatever it writes`() throws {
    let unfinished = FolderMarker(kind: .report, place: "2009-autumn", scope: [])
    try leave(".2009-autumn.4711-0", unfinished, ["index.html", "la/901/index.html"])
    try FileManager.default.createDirectory(
      atPath: folder.path + "/.2009-autumn.4712-0", withIntermediateDirectories: false)
    // Killed while its marker was written.
    try folder.write(".2009-autumn.4712-1/.school-indicators.json.new", "{")
    // Complete and not moved in; and the earlier report, exchanged and not removed.
    try leave(
      ".2009-autumn.4713-0", FolderMarker(kind: .report, place: "2009-autumn", scope: [], files: ["index.html"]),
      ["index.html"])
    try leave(
      ".2009-spring.4713-0", FolderMarker(kind: .report, place: "2009-spring", scope: [], files: ["index.html"]),
      ["index.html"])
    try write("new", placement("check", .check))
    #expect(entries == ["2009-autumn", "check"])
    #expect(try folder.text("2009-autumn/index.html") == "old")
  }

  @Test func `nothing is a leftover but by its exact name and marker`() throws {
    let marker = FolderMarker(kind: .report, place: "2009-autumn", scope: [])
    try leave(".2009-autumn.backup", marker, ["mine.txt"])
    try leave(".2009-autumn.4711-0", nil, ["mine.txt"])
    try leave(".2009-autumn.4711-0.older", marker, ["mine.txt"])
    try folder.write(".2009-autumn.4712-0", "mine")
    let before = entries
    try write("new")
    #expect(entries == before)
    #expect(exists(".2009-autumn.backup/mine.txt") && exists(".2009-autumn.4711-0/mine.txt"))
  }

  @Test func `a file that came into the earlier report at the last moment is not lost with it`() throws {
    try leave(
      ".2009-autumn.4711-0", FolderMarker(kind: .report, place: "2009-autumn", scope: [], files: ["index.html"]),
      ["index.html", "late.txt"])
    try write("new", placement("check", .check))
    #expect(try folder.text("2009-autumn/late.txt") == "late.txt")
    #expect(entries == ["2009-autumn", "check"])
  }

  @Test func `the folder of a run that is still writing is left alone`() throws {
    try StagedFolder.write(placement) { (first) throws(ReportError) in
      try write("second")
      #expect(FolderTree.exists(first.path))
      try first.write("first", to: "index.html")
    }
    #expect(try folder.text("2009-autumn/index.html") == "first")
    #expect(entries == ["2009-autumn"])
  }

  @Test func `an old report that a killed run had set aside comes back`() throws {
    try FileManager.default.moveItem(
      atPath: folder.path + "/2009-autumn", toPath: folder.path + "/.2009-autumn.4711-0.old")
    try write("new", placement("check", .check))
    #expect(try folder.text("2009-autumn/index.html") == "old")
    #expect(entries == ["2009-autumn", "check"])
  }
}

@Suite struct FileNameTests {
  @Test func `a name that keeps all its letters is plain`() {
    #expect(FileName.plain("Yorkshire and the Humber") == "yorkshire-and-the-humber")
  }

  @Test func `names whose plain forms would meet get different files`() {
    let names = [
      "North East", "North-East", "north east", "Nörth East", "東京", "大阪", "", String(repeating: "x", count: 300),
    ]
    let distinct = FileName.distinct(names, taken: ["england"])
    #expect(Set(distinct.values).count == names.count)
    #expect(distinct.values.allSatisfy { (1...100).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(FileName.distinct(["England"], taken: ["england"])["England"] != "england")
  }

  @Test func `the folder of a run has its scope in its name`() {
    var options = ReportOptions(outFolder: "Reports", term: .autumn)
    let year = AcademicYear(ending: 2009)
    #expect(options.folderName(year) == "2009-autumn")
    options.authorities = [LocalAuthorityCode(902), LocalAuthorityCode(901), LocalAuthorityCode(902)]
    #expect(options.folderName(year) == "2009-autumn-la-901-902")
    options.regions = ["North East"]
    options.kind = .comparison
    #expect(options.folderName(year) == "2009-autumn-la-901-902-region-north-east-comparison")
    options.authorities = (201...400).map { LocalAuthorityCode($0) }
    #expect(options.folderName(year).utf8.count < 200)
  }
}
