import Foundation
import TestSupport
import Testing

@Suite("A run on files of pupils")
struct PupilRunTests {
  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      let values = try URL(filePath: folder + "/" + path).resourceValues(forKeys: [.isRegularFileKey])
      return values.isRegularFile == true
    }.sorted()
  }

  private func report(of data: String, in folder: String) throws -> CommandOutcome {
    try Command.run([
      "report", "--data", data, "--reference", ProjectFolders.reference, "--year", "2009", "--out", folder,
    ])
  }

  /// A page without the line that lists the inputs and without the lines of inputs that figures of targets name.
  private func withoutInputs(_ bytes: Data) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.contains("every file with its SHA-256") }
      .map { String($0).replacing(/(pupils_ks\d|ks\d_results)-\d+\.csv line \d+/, with: "results") }
  }

  /// The parts of a workbook, but for its last sheet, which lists the inputs, and the words on it.
  private func partsWithoutInputs(_ path: String) throws -> [String: String] {
    let folder = try TemporaryFolder()
    let unzip = Process()
    unzip.executableURL = URL(filePath: "/usr/bin/env")
    unzip.arguments = ["unzip", "-q", path, "-d", folder.path]
    try unzip.run()
    unzip.waitUntilExit()
    #expect(unzip.terminationStatus == 0)
    let names = try files(folder.path)
    let last = Set(
      ["xl/worksheets/sheet", "xl/tables/table"].compactMap { start in
        names.filter { $0.hasPrefix(start) }.max { ($0.count, $0) < ($1.count, $1) }
      })
    var parts: [String: String] = [:]
    for name in names where !last.contains(name) { parts[name] = try folder.text(name) }
    let words = parts["xl/sharedStrings.xml"]?.components(separatedBy: "<si>").dropFirst()
    parts["xl/sharedStrings.xml"] = words?.prefix { !$0.contains(".csv") }.filter { !$0.contains(" input files, ") }
      .joined()
    return parts
  }

  @Test("gives the report that a run on their counts gives, but for the lists of inputs")
  func sameReport() throws {
    let folder = try TemporaryFolder()
    for (name, option) in [("tables", []), ("pupils", ["--pupils"])] {
      let sample = try Command.run(
        ["sample", "--size", "la", "--quiet", "--out", folder.path + "/" + name] + option)
      #expect(sample.exitCode == 0, "\(sample.errors)")
      let run = try report(of: folder.path + "/" + name, in: folder.path + "/report-of-" + name)
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    let (one, other) = (folder.path + "/report-of-tables", folder.path + "/report-of-pupils")
    let paths = try files(one)
    #expect(try paths == files(other) && paths.contains("2009-autumn/la/901/targets.html"))
    // Inputs and what was found in them are listed in these.
    let lists: Set = ["run.json", "quality.csv", "quality.html", "datapackage.json", "method.html"]
    for path in paths where !lists.contains((path as NSString).lastPathComponent) && path != "2009-autumn/index.html" {
      let (a, b) = try (
        Data(contentsOf: URL(filePath: one + "/" + path)), Data(contentsOf: URL(filePath: other + "/" + path))
      )
      if path.hasSuffix(".xlsx") {
        #expect(try a == b || partsWithoutInputs(one + "/" + path) == partsWithoutInputs(other + "/" + path), "\(path)")
      } else {
        #expect(a == b || (path.hasSuffix(".html") && withoutInputs(a) == withoutInputs(b)), "\(path)")
      }
    }
  }

  @Test("writes no key, name or odd cell of a pupil anywhere")
  func privacy() throws {
    let folder = try TemporaryFolder()
    let sample = try Command.run(["sample", "--size", "la", "--pupils", "--quiet", "--out", folder.path + "/data"])
    #expect(sample.exitCode == 0, "\(sample.errors)")
    let path = "data/pupils_ks2-2009.csv"
    var lines = try folder.text(path).split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    lines[0] += ",Surname,UPN"
    for line in lines.indices.dropFirst() {
      var cells = lines[line].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells[4] = "MARKkey\(line)"
      // Odd cells, a pupil twice, a pupil in two schools.
      if line % 100 == 1 { cells[13] = "MARKlevel" }
      if line % 100 == 2 { cells[5] = "MARKsex" }
      if line % 100 == 3 { cells[0] = "MARKyear" }
      if line % 100 == 4 { cells[4] = "MARKkey5" }
      lines[line] = (cells + ["MARKname", "MARKupn"]).joined(separator: ",")
    }
    try folder.write(path, lines.joined(separator: "\n") + "\n")
    let run = try report(of: folder.path + "/data", in: folder.path + "/report")
    #expect(!(run.output + run.errors).contains("MARK"))
    let written = try files(folder.path + "/report")
    #expect(written.contains { $0.hasSuffix("quality.csv") } && written.contains { $0.hasSuffix("run.json") })
    #expect(try folder.text("report/2009-autumn/quality.csv").contains("pupil-in-two-schools"))
    for path in written {
      let bytes = try Data(contentsOf: URL(filePath: folder.path + "/report/" + path))
      #expect(bytes.range(of: Data("MARK".utf8)) == nil, "\(path)")
    }
  }
}
