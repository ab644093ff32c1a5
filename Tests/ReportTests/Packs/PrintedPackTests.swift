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

/// Packs on paper. Runs where `.venv` has WeasyPrint (`make .venv/bin/weasyprint`).
@Suite(.enabled(if: Printing.isInstalled, "no WeasyPrint in .venv"))
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

  @Test(arguments: [0, 6]) func `page one is one side of A4 and the evidence begins on page two`(sentences: Int) throws
  {
    let folder = try TemporaryFolder()
    let page = try folder.write(
      "pack.html", PackPage(sentences == 0 ? PackFixture.pack(sentences: 0) : Self.fullest).html.text)
    let script = """
      import sys
      from weasyprint import HTML
      pages = HTML(sys.argv[1]).render().pages
      print([next(i for i, page in enumerate(pages) if name in page.anchors) for name in ('notable', 'attainment')], round(pages[0].width), round(pages[0].height))
      """
    let said = try Self.python(script, page)
    #expect(said == "[0, 1] 794 1123\n", "A4 in CSS pixels is 794 by 1123")
  }

  @Test func `one process prints all pages as tagged PDF and names the page that it cannot print`() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("pack.html", PackPage(PackFixture.pack()).html.text)
    let printer = PackPrinter(python: Printing.python)
    #expect(printer.failure == nil)
    #expect(printer.print(page, to: folder.path + "/one.pdf") == nil)
    #expect(printer.print(folder.path + "/absent.html", to: folder.path + "/two.pdf")?.contains("absent.html") == true)
    #expect(printer.print(page, to: folder.path + "/three.pdf") == nil)
    let script = """
      import re, sys, zlib
      text = open(sys.argv[1], "rb").read()
      for stream in re.findall(rb"stream\\r?\\n(.*?)\\r?\\nendstream", text, re.S):
          try: text += zlib.decompress(stream)
          except zlib.error: pass
      print([mark in text for mark in (b"/StructTreeRoot", b"pdfuaid", b"/Lang", b"/DisplayDocTitle true")])
      """
    #expect(try Self.python(script, folder.path + "/one.pdf") == "[True, True, True, True]\n")
  }

  /// What a script prints.
  static func python(_ script: String, _ argument: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Printing.python)
    process.arguments = ["-c", script, argument]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return said
  }
}
