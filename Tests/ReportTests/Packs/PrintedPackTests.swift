import Foundation
import Packs
import SchoolStatistics
import TestSupport
import Testing

@testable import Report

/// Where the printer's environment is.
enum Printing {
  static let python = ProjectFolders.root + "/.venv/bin/python"
  static let isInstalled = FileManager.default.isExecutableFile(atPath: python)
}

/// Packs on paper. Runs where `.venv` has Typst (`make .venv/printing`).
@Suite(.enabled(if: Printing.isInstalled, "no Typst in .venv"))
struct PrintedPackTests {
  /// The fullest page one that there can be.
  static var fullest: Pack {
    var pack = PackFixture.pack(
      name: "St Mary & St Joseph's Church of England Voluntary Aided Primary School, Great Whin")
    pack.notices += [
      "Fewer than 11 pupils took part in 2008/09. Figures are of several years together.",
      "The school opened on 1 September 2008.",
    ]
    pack.lastInspection = "Last inspected on 18 May 2008: satisfactory (3), behaviour good (2)."
    pack.flags += [PackFlag(id: "coasting", title: "Coasting", reason: "Slow.", weight: 25)]
    return pack
  }

  /// Says on which pages the sides after the first begin, and of how many.
  private static let pages = """
    import sys, typst, tempfile, json
    template = open(sys.argv[1], "rb").read()
    inputs = {"document": open(sys.argv[2]).read()}
    found = json.loads(typst.query(template, "<side>", sys_inputs=inputs))
    print([each["value"] for each in found])
    """

  @Test(arguments: [0, 6]) func `what a visit needs is two sides of A4, and the evidence begins on the third`(
    sentences: Int
  ) throws {
    let folder = try TemporaryFolder()
    let template = try folder.write("pack.typ", String(decoding: PackageResources.pack_typ, as: UTF8.self))
    let pack = sentences == 0 ? PackFixture.pack(sentences: 0) : Self.fullest
    let document = try folder.write("pack.json", PackPage(pack, imprint: "As on 1 September 2009").paper.document)
    #expect(try Self.python(Self.pages, template, document) == "[2, 3]\n")
  }

  @Test func `one process prints all pages as tagged PDF, the same each time, with a text for every figure`() throws {
    let folder = try TemporaryFolder()
    let printer = PackPrinter(python: Printing.python)
    #expect(printer.failure == nil)
    for (name, paper) in [
      ("one", PackPage(Self.fullest).paper), ("two", PackPage(Self.fullest).paper),
      ("governors", GovernorsPage(pack: Self.fullest).paper),
    ] {
      #expect(printer.print(paper, to: folder.path + "/\(name).pdf") == nil)
    }
    let one = try #require(FileManager.default.contents(atPath: folder.path + "/one.pdf"))
    #expect(one == FileManager.default.contents(atPath: folder.path + "/two.pdf"))
    #expect(printer.print(PackPage(PackFixture.pack()).paper, to: folder.path + "/no/such/folder.pdf") != nil)
    #expect(printer.print(PackPage(PackFixture.pack()).paper, to: folder.path + "/three.pdf") == nil)
    let script = """
      import re, sys, zlib
      text = open(sys.argv[1], "rb").read()
      for stream in re.findall(rb"stream\\r?\\n(.*?)\\r?\\nendstream", text, re.S):
          try: text += zlib.decompress(stream)
          except zlib.error: pass
      print([mark in text for mark in (b"/StructTreeRoot", b"pdfuaid", b"/Lang", b"/DisplayDocTitle true", b"/Alt", b"/Outlines")])
      """
    #expect(try Self.python(script, folder.path + "/one.pdf") == "[True, True, True, True, True, True]\n")
  }

  @Test func `whatever a name holds is printed as it stands and never read as markup`() throws {
    let folder = try TemporaryFolder()
    let printer = PackPrinter(python: Printing.python)
    for name in ["#panic(\"no\") *b* $x$ @a <b>", "Ysgol Tŷ Gŵyr", "\u{1}\u{202E}School", "学校 🏫", "A\tB\nC"] {
      #expect(printer.print(PackPage(PackFixture.pack(name: name)).paper, to: folder.path + "/a.pdf") == nil, "\(name)")
    }
  }

  @Test func `a Python that is not there is named`() {
    let printer = PackPrinter(python: "/no/such/python")
    #expect(printer.failure?.contains("no Python at '/no/such/python'") == true)
    #expect(printer.print([:], to: "/tmp/x.pdf") == printer.failure)
  }

  /// What a script prints.
  static func python(_ script: String, _ arguments: String...) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Printing.python)
    process.arguments = ["-c", script] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return said
  }
}
