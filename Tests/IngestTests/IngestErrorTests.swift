import Foundation
import Ingest
import SchoolStatistics
import TestSupport
import Testing

@Suite struct IngestErrorTests {
  private func error(_ folder: String, reference: String = ProjectFolders.reference) -> String {
    do {
      _ = try ingest(IngestOptions(dataFolders: [folder], referenceFolder: reference))
      return "none"
    } catch { return "\(error)" }
  }

  @Test func `a folder that is not there, is a file or holds no CSV is named with the remedy`() throws {
    let folder = try TemporaryFolder()
    #expect(
      error(folder.path + "/nowhere") == "no folder '\(folder.path)/nowhere'; name a folder of CSV files with --data")
    let file = try folder.write("notes.md", "x")
    #expect(error(file) == "'\(file)' is a file; name the folder it is in with --data")
    #expect(error(folder.path) == "no CSV file in '\(folder.path)'; name a folder of CSV files with --data")
  }

  @Test func `a folder without permission says so`() throws {
    guard getuid() != 0 else { return print("skipped: the administrator may read every folder") }
    let folder = try TemporaryFolder()
    try folder.write("closed/x.csv", "a\n")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path + "/closed")
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path + "/closed") }
    #expect(error(folder.path + "/closed") == "folder '\(folder.path)/closed' cannot be read: permission denied")
  }

  @Test func `where nothing is usable the reasons are given`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", "")
    try folder.write("b.csv", "%PDF-1.7\n\u{0}\n")
    let text = error(folder.path)
    #expect(text.hasPrefix("none of the files in '\(folder.path)' can be used\n  "))
    #expect(text.contains("a.csv: error: [unreadable-file] has no header line: the file is empty"))
    #expect(text.contains("b.csv"))
  }

  @Test func `beside a bad file the others still load`() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.csv", "%PDF-1.7\n\u{0}\n")
    try folder.write("c.csv", String(repeating: "x", count: 20 << 20))
    try folder.write(
      "va.csv", "year,urn,measure,score,ci_lower,ci_upper,coverage,pupils\n2009,100001,cva_ks1_ks2,100.1,99,101,95,30\n"
    )
    let (data, findings) = try ingest(
      IngestOptions(dataFolders: [folder.path], referenceFolder: ProjectFolders.reference, jobs: 2))
    #expect(data.tables.map(\.name) == ["value_added"])
    #expect(findings.filter { $0.rule == "unreadable-file" }.count == 2)
    #expect(data.sources.map(\.layout) == ["", "", "value-added"])
    #expect(data.sources[2].digest.count == 64)
  }

  @Test func `a layout with a mistake is named with the place of the mistake`() throws {
    let reference = try TemporaryFolder()
    for name in ["measures.json5", "codes.json5", "open-data.json5"] {
      try reference.write(name, try Data(contentsOf: URL(fileURLWithPath: ProjectFolders.reference + "/" + name)))
    }
    try reference.write("layouts/x.json5", "{ id: 'x', title: 'X', role: 'results', recognise: { require: [] } }")
    #expect(
      error(ProjectFolders.reference, reference: reference.path)
        == "\(reference.path)/layouts/x.json5:1: error: [reference] 'required' is missing in 'recognise'; add it")
    #expect(
      error(ProjectFolders.reference, reference: "/nowhere").hasPrefix(
        "reference file '/nowhere/measures.json5' is not there"))
  }

  private func reference(_ layout: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["measures.json5", "codes.json5", "open-data.json5"] {
      try folder.write(name, try Data(contentsOf: URL(fileURLWithPath: ProjectFolders.reference + "/" + name)))
    }
    try folder.write("layouts/x.json5", layout)
    return folder
  }

  @Test(arguments: [
    ("tablez: []", "error: [reference] key 'tablez' means nothing here; did you mean 'tables'?"),
    (
      "tables: [{ name: 'ks2_results', columns: [{ measure: 'ks2_eligible', frm: 'x', from: 'x' }] }]",
      "error: [reference] key 'frm' means nothing here; did you mean 'from'?"
    ),
    ("tables: [{ name: 'ks2_result' }]", "table 'ks2_result' is not in 'tables' of measures.json5; the tables are "),
    (
      "tables: [{ name: 'ks2_results', columns: [{ measure: 'ks2_eligble', from: 'x' }] }]",
      "measure 'ks2_eligble' of table 'ks2_results' is not in measures.json5; add it there or correct it here"
    ),
    ("tables: [", "error: [reference] is not JSON5"),
  ])
  func `a layout with an unknown key, table or measure is named with it`(rest: String, reason: String) throws {
    let folder = try reference("{ id: 'x', title: 'X', role: 'results', recognise: { required: [] }, \(rest) }")
    let found = error(ProjectFolders.reference, reference: folder.path)
    #expect(found.contains("\(folder.path)/layouts/x.json5") && found.contains(reason), "\(found)")
  }

  @Test func `of many files that cannot be used the error names some and says where all are`() throws {
    let folder = try TemporaryFolder()
    for number in 1...8 { try folder.write("\(number).csv", "colour\nred\n") }
    let found = error(folder.path)
    #expect(found.hasSuffix("\n  and 3 errors more; 'check' lists every one"))
    let thrown = #expect(throws: IngestError.self) {
      try ingest(IngestOptions(dataFolders: [folder.path], referenceFolder: ProjectFolders.reference))
    }
    guard case .nothingUsable(_, let findings)? = thrown else { return }
    #expect(findings.count == 8)
  }

  @Test func `digests are those of sha256sum`() throws {
    let folder = try TemporaryFolder()
    try folder.write("sips.csv", "sip_id,name,headship_experience,phase\n")
    let (data, _) = try ingest(IngestOptions(dataFolders: [folder.path], referenceFolder: ProjectFolders.reference))
    #expect(data.sources[0].digest == "7ac866afefc3118089e9527e948e0b33cc61ac444667f3be9c5ce9776c6ecc7d")
  }
}
