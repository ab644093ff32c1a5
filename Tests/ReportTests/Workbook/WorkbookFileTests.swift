import Foundation
import Rulebook
import SchoolStatistics
import Testing

@testable import Report

@Suite("Workbooks")
struct WorkbookFileTests {
  let workbook = Workbook(
    title: "Anyborough & Co: indicators <2009>",
    cover: [(heading: "About", text: "Data indicators of an authority that does not exist.")],
    notes: ["Bands are the tool's own."],
    tables: [
      WorkbookTable(
        name: "Figures", title: "Figures of 2009",
        lines: ["This worksheet contains one table. It refers to notes in the Notes sheet."],
        columns: [
          WorkbookColumn("Code", isText: true), WorkbookColumn("Indicator [note 1]", isText: true),
          WorkbookColumn("Value"),
        ],
        rows: [
          [.text("007"), .text("=HYPERLINK(\"http://example.org\")"), .number(units: 713, decimals: 1)],
          [.text("+1"), .text("@SUM(A1)"), .missing(.suppressed)],
          [.text("-2"), .text("Below floor"), .count(5)],
        ])
    ])

  @Test("the same workbook gives the same bytes")
  func sameBytes() throws {
    #expect(try WorkbookFile.bytes(workbook) == WorkbookFile.bytes(workbook))
  }

  @Test("title and language are set, with markup in the title made safe")
  func properties() throws {
    let text = try Part.read("docProps/core.xml", of: WorkbookFile.bytes(workbook))
    #expect(text.contains("<dc:title>Anyborough &amp; Co: indicators &lt;2009&gt;</dc:title>"))
    #expect(text.contains("<dc:language>en-GB</dc:language>"))
  }

  @Test("no cell holds a formula, whatever its text begins with, and codes keep their zeros")
  func noFormulas() throws {
    let bytes = try WorkbookFile.bytes(workbook)
    let sheet = try Part.read("xl/worksheets/sheet4.xml", of: bytes)
    #expect(!sheet.contains("<f>") && !sheet.contains("<f "))
    let texts = try Part.read("xl/sharedStrings.xml", of: bytes)
    for text in ["<t>007</t>", "<t>=HYPERLINK(", "<t>@SUM(A1)</t>", "<t>+1</t>", "<t>-2</t>", "<t>[c]</t>"] {
      #expect(texts.contains(text))
    }
  }

  @Test("numbers are numbers, exactly as rounded")
  func numbers() throws {
    let sheet = try Part.read("xl/worksheets/sheet4.xml", of: WorkbookFile.bytes(workbook))
    #expect(sheet.contains("<v>71.3</v>") || sheet.contains("<v>71.299999999999997</v>"))
    #expect(sheet.contains("<v>5</v>"))
  }

  @Test("every table is marked up with a heading row, a name, and no filter buttons")
  func markedUp() throws {
    let table = try Part.read("xl/tables/table3.xml", of: WorkbookFile.bytes(workbook))
    #expect(table.contains("displayName=\"Figures\""))
    #expect(!table.contains("autoFilter"))
    #expect(table.contains("ref=\"A3:C6\""))
  }

  @Test(
    "working lists keep headings and two columns in view and have filter buttons, codes have no sign between thousands")
  func workingList() throws {
    var list = workbook
    list.tables[0].isWorkingList = true
    list.tables[0].rows[0][2] = .year(AcademicYear(ending: 2011))
    let bytes = try WorkbookFile.bytes(list)
    let sheet = try Part.read("xl/worksheets/sheet4.xml", of: bytes)
    #expect(sheet.contains("<pane xSplit=\"2\" ySplit=\"3\" topLeftCell=\"C4\""))
    #expect(sheet.contains("<v>2011</v>"))
    #expect(try Part.read("xl/tables/table3.xml", of: bytes).contains("<autoFilter ref=\"A3:C6\"/>"))
    #expect(!(try Part.read("xl/worksheets/sheet4.xml", of: WorkbookFile.bytes(workbook))).contains("<pane"))
    #expect(WorkbookCell.code("142000") == .code(142_000) && WorkbookCell.code("007") == .text("007"))
  }

  @Test("an authority's workbook has its schools, the files it was made from, and a cover that says when and by whom")
  func authority() throws {
    var options = ReportOptions(outFolder: "", term: .autumn)
    options.versions = [("school-indicators", "0.1.0")]
    options.contact = "Data team, 01234 567890"
    let content = try ReportContent(ReportFixture().run, options)
    let area = try #require(content.authorities.first)
    let made = try #require(AuthorityWorkbooks.workbook(area, content))
    let cover = Dictionary(uniqueKeysWithValues: made.cover.map { ($0.heading, $0.text) })
    #expect(cover["Date"] == "As on 1 September 2009, autumn term 2009. The latest results are those of 2008/09.")
    #expect(
      cover["Where the figures come from"]?.hasPrefix("Made by school-indicators 0.1.0 from 1 input file,") == true)
    #expect(cover["Contact"] == "Data team, 01234 567890")
    let schools = try #require(made.filledTables.first { $0.name == "Schools" })
    #expect(schools.rows.count == 3)
    #expect(schools.rows.contains { $0[1] == .text(ReportFixture.hostileName) })
    let sources = try #require(made.filledTables.first { $0.name == "Sources" })
    #expect(sources.rows[0][0] == .text("ks2_results_2009.csv") && sources.rows[0][4] == .code(2009))
    for table in made.filledTables {
      #expect(Set(table.columns.map(\.heading)).count == table.columns.count, "\(table.name)")
      for row in table.rows {
        #expect(row.count == table.columns.count, "\(table.name)")
        // No cell is blank, and no number is text.
        for case .text(let text) in row { #expect(!text.isEmpty && Double(text) == nil, "\(table.name): \(text)") }
      }
    }
  }

  @Test("shorthand in workbooks is bracketed, and a share that rounds to zero is [low]")
  func shorthand() {
    #expect(WorkbookCell.missing(.suppressed) == .text("[c]"))
    #expect(WorkbookCell.figure(.missing(.notComparable), decimals: 1) == .text("[z]"))
    #expect(WorkbookCell.share(.value(Rational(1, 1000)), decimals: 1) == .text("[low]"))
    #expect(WorkbookCell.share(.value(Rational(0)), decimals: 1) == .count(0).withDecimals(1))
    #expect(WorkbookCell.figure(.value(Rational(-25, 100)), decimals: 1) == .number(units: -3, decimals: 1))
  }

  @Test("an archive that is none is an error, not a crash")
  func notAnArchive() {
    #expect(throws: WorkbookError.malformedArchive) { try ZipArchive([1, 2, 3]).replacing("a", with: []) }
    #expect(throws: WorkbookError.malformedArchive) {
      try ZipArchive([UInt8](repeating: 0, count: 100)).replacing("a", with: [])
    }
  }
}

extension WorkbookCell {
  fileprivate func withDecimals(_ decimals: Int) -> WorkbookCell {
    if case .number(let units, _) = self { .number(units: units, decimals: decimals) } else { self }
  }
}

/// A part of a workbook, read by `unzip`, which also checks the archive's sums.
enum Part {
  static func read(_ name: String, of bytes: [UInt8]) throws -> String {
    let path = NSTemporaryDirectory() + "/part-\(UUID().uuidString).xlsx"
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let unzip = Process()
    unzip.executableURL = URL(filePath: "/usr/bin/unzip")
    unzip.arguments = ["-p", path, name]
    let output = Pipe()
    unzip.standardOutput = output
    try unzip.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    unzip.waitUntilExit()
    #expect(unzip.terminationStatus == 0, "unzip found the archive damaged or without \(name)")
    return String(decoding: data, as: UTF8.self)
  }
}
