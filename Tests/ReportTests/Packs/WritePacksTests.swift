import Foundation
import Packs
import SchoolStatistics
import TestSupport
import Testing

@testable import Report

@Suite struct WritePacksTests {
  struct Trouble: Error, CustomStringConvertible { var description: String { "no such figure" } }

  /// Schools 0 to 4 with URNs 990140 to 990144; school 3 needs most attention.
  static func order(_ out: String, wanted: Set<Int> = [0, 1, 2, 3, 4]) -> PackOrder {
    let partner = SchoolImprovementPartner(id: "S01", name: "A Partner", phase: "primary")
    let load = PartnerLoad(
      partner: partner, schools: [0, 1, 2, 3], newSchools: [1], halfDaysNeeded: 42, halfDaysAvailable: 40)
    let authority = PackOrder.Authority(
      code: LocalAuthorityCode(901), name: "Anyborough",
      schools: (0..<5).map { PackOrder.School(position: $0, urn: URN(990_140 + $0), name: "School \($0)") },
      wanted: wanted, handovers: [1], allocation: SIPAllocation(partners: [load], withoutPartner: [4]))
    return PackOrder(
      outFolder: out, year: PackFixture.year, season: .autumn, authorities: [authority], isSynthetic: true, jobs: 2)
  }

  static func make(_ school: Int, _ isHandover: Bool) -> Pack {
    var pack = PackFixture.pack(name: "School \(school)")
    pack.school.urn = URN(990_140 + school)
    pack.need.score = school == 3 ? 500 : school
    pack.isHandover = isHandover
    return pack
  }

  static func names(_ folder: String) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder))
  }

  @Test func `one file a school, note-of-visit figures beside it, a handover pack for a new partner`() throws {
    let folder = try TemporaryFolder()
    let summary = try writePacks(Self.order(folder.path), make: Self.make)
    #expect(summary.packs == 5 && summary.failures.isEmpty)
    let names = try Self.names(folder.path + "/2009-autumn/packs/901")
    #expect(
      names.isSuperset(of: [
        "index.html", "990140-autumn.html", "990140-autumn-note-of-visit.txt", "990140-autumn-note-of-visit.json",
      ]))
    #expect(names.contains("990141-autumn-handover.html") && !names.contains("990140-autumn-handover.html"))
  }

  @Test func `a pack that fails does not stop the others and is named`() throws {
    let folder = try TemporaryFolder()
    let summary = try writePacks(Self.order(folder.path)) { school, isHandover in
      if school == 2 { throw Trouble() }
      return Self.make(school, isHandover)
    }
    #expect(summary.packs == 4)
    #expect(summary.failures == [PackFailure(urn: URN(990_142), name: "School 2", reason: "no such figure")])
    let names = try Self.names(folder.path + "/2009-autumn/packs/901")
    #expect(!names.contains("990142-autumn.html") && names.contains("990144-autumn.html"))
  }

  @Test func `packs of one school leave those of the others and the rest of the report as they were`() throws {
    let folder = try TemporaryFolder()
    _ = try writePacks(Self.order(folder.path), make: Self.make)
    let place = folder.path + "/2009-autumn/packs/901"
    try "the report".write(toFile: folder.path + "/2009-autumn/index.html", atomically: true, encoding: .utf8)
    try "earlier".write(toFile: place + "/990140-autumn.html", atomically: true, encoding: .utf8)
    try "earlier".write(toFile: place + "/990143-autumn.html", atomically: true, encoding: .utf8)
    let summary = try writePacks(Self.order(folder.path, wanted: [3]), make: Self.make)
    #expect(summary.packs == 1)
    #expect(try String(contentsOfFile: place + "/990140-autumn.html", encoding: .utf8) == "earlier")
    #expect(try String(contentsOfFile: place + "/990143-autumn.html", encoding: .utf8).contains("School 3"))
    #expect(try String(contentsOfFile: folder.path + "/2009-autumn/index.html", encoding: .utf8) == "the report")
  }

  @Test func `a run that cannot write leaves the earlier packs whole`() throws {
    let folder = try TemporaryFolder()
    _ = try writePacks(Self.order(folder.path), make: Self.make)
    let place = folder.path + "/2009-autumn/packs/901"
    let before = try Self.names(place)
    #expect(throws: ReportError.self) {
      _ = try writePacks(Self.order(folder.path)) { _, _ in throw ReportError.diskFull(path: "packs") }
    }
    #expect(try Self.names(place) == before)
    #expect(try Self.names(folder.path + "/2009-autumn/packs") == ["901"], "nothing half-written is left beside it")
  }

  @Test func `the index has schools by partner in the order of need, and who is without a partner or above their days`()
    throws
  {
    let folder = try TemporaryFolder()
    _ = try writePacks(Self.order(folder.path), make: Self.make)
    let html = try String(contentsOfFile: folder.path + "/2009-autumn/packs/901/index.html", encoding: .utf8)
    let most = try #require(html.range(of: "990143-autumn.html"))
    let least = try #require(html.range(of: "990140-autumn.html"))
    #expect(most.lowerBound < least.lowerBound)
    #expect(html.contains("Partners above their days") && html.contains("21 of 20 days"))
    #expect(html.contains("Open schools without a partner"))
    #expect(html.contains("Below floor 2007; A majority of pupils reached level 4 in English and maths"))
  }

  @Test func `every file is linked from the index, and packs for governors are written where they are asked for`()
    throws
  {
    let folder = try TemporaryFolder()
    var order = Self.order(folder.path)
    order.forGovernors = true
    _ = try writePacks(order, make: Self.make)
    let place = folder.path + "/2009-autumn/packs/901"
    let html = try String(contentsOfFile: place + "/index.html", encoding: .utf8)
    let files = try Self.names(place).filter { !$0.hasPrefix(".") && $0 != "index.html" }
    #expect(files.contains("990140-autumn-governors.html"))
    for file in files { #expect(html.contains("href=\"\(file)\""), "\(file)") }
  }

  @Test func `a printing process that ends is said, page by page, and the packs are there all the same`() throws {
    let folder = try TemporaryFolder()
    _ = signal(SIGPIPE, SIG_IGN)  // as the command does
    let python = try folder.write("python", "#!/bin/sh\necho ready\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python)
    let printer = PackPrinter(python: python)
    let summary = try writePacks(Self.order(folder.path), printers: [printer], make: Self.make)
    #expect(summary.packs == 5 && summary.printed == 0)
    #expect(
      summary.failures.map(\.reason) == Array(repeating: "cannot be printed: the printing process ended", count: 5))
  }

  @Test func `the same packs give the same bytes on one thread and on two`() throws {
    let one = try TemporaryFolder()
    let two = try TemporaryFolder()
    var order = Self.order(one.path)
    order.jobs = 1
    _ = try writePacks(order, make: Self.make)
    _ = try writePacks(Self.order(two.path), make: Self.make)
    for name in try Self.names(one.path + "/2009-autumn/packs/901") {
      let path = "/2009-autumn/packs/901/" + name
      #expect(
        FileManager.default.contents(atPath: one.path + path) == FileManager.default.contents(atPath: two.path + path),
        "\(name)")
    }
  }
}
