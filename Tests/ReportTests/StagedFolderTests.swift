import Foundation
import TestSupport
import Testing

@testable import Report

@Suite struct StagedFolderTests {
  let folder: TemporaryFolder
  let place: String

  init() throws {
    folder = try TemporaryFolder()
    place = folder.path + "/2009-autumn"
    try folder.write("2009-autumn/index.html", "old")
    try folder.write("2009-autumn/la/901/index.html", "old")
  }

  private var entries: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }

  @Test func `a complete report takes the place of the old one, whole`() throws {
    try StagedFolder.write(to: place) { (report) throws(ReportError) in try report.write("new", to: "index.html") }
    #expect(try folder.text("2009-autumn/index.html") == "new")
    #expect(!FileManager.default.fileExists(atPath: place + "/la"))
    #expect(entries == ["2009-autumn"])
  }

  @Test func `a first report needs no old one and no folder`() throws {
    let place = folder.path + "/some/where/2009-spring"
    try StagedFolder.write(to: place) { (report) throws(ReportError) in try report.write("new", to: "la/901/index.html")
    }
    #expect(try folder.text("some/where/2009-spring/la/901/index.html") == "new")
  }

  @Test func `a writer that fails leaves the old report as it was and nothing beside it`() throws {
    #expect(throws: ReportError.diskFull(path: "/dev/full")) {
      try StagedFolder.write(to: place) { (report) throws(ReportError) in
        try report.write("new", to: "index.html")
        let file = try OutputFile(path: "/dev/full")
        try file.write(Array("text".utf8))
      }
    }
    #expect(try folder.text("2009-autumn/index.html") == "old")
    #expect(entries == ["2009-autumn"])
  }

  @Test func `while a report is written the old one stays readable`() throws {
    try StagedFolder.write(to: place) { (report) throws(ReportError) in
      try report.write("new", to: "index.html")
      #expect(report.path != place)
      #expect((try? folder.text("2009-autumn/index.html")) == "old")
    }
  }

  @Test func `what a killed run left behind is removed by the next`() throws {
    try folder.write(".2009-autumn.4711-0/index.html", "half")
    try folder.write(".2009-spring.4711-0/index.html", "another report's")
    try StagedFolder.write(to: place) { (report) throws(ReportError) in try report.write("new", to: "index.html") }
    #expect(entries == [".2009-spring.4711-0", "2009-autumn"])
  }

  @Test func `the folder of a run that is still writing is left alone`() throws {
    try StagedFolder.write(to: place) { (first) throws(ReportError) in
      try StagedFolder.write(to: place) { (second) throws(ReportError) in try second.write("second", to: "index.html") }
      #expect(FileManager.default.fileExists(atPath: first.path))
      try first.write("first", to: "index.html")
    }
    #expect(try folder.text("2009-autumn/index.html") == "first")
    #expect(entries == ["2009-autumn"])
  }

  @Test func `an old report that a killed run had set aside comes back`() throws {
    try FileManager.default.moveItem(atPath: place, toPath: folder.path + "/.2009-autumn.4711-0.old")
    #expect(throws: ReportError.diskFull(path: "x")) {
      try StagedFolder.write(to: place) { (_) throws(ReportError) in throw ReportError.diskFull(path: "x") }
    }
    #expect(try folder.text("2009-autumn/index.html") == "old")
    #expect(entries == ["2009-autumn"])
  }

  @Test func `a file where the report should be is not overwritten`() throws {
    let place = try folder.write("2009-summer", "mine")
    #expect(throws: ReportError.notAFolder(path: place)) {
      try StagedFolder.write(to: place) { (report) throws(ReportError) in try report.write("new", to: "index.html") }
    }
    #expect(try folder.text("2009-summer") == "mine")
  }
}
