import Foundation
import TestSupport
import Testing

/// Runs make with a tool that prints its arguments in the place of the real one.
@Suite("make") struct MakeTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let tool = try folder.write("build/release/school-indicators", "#!/bin/bash\nprintf '[%s]' \"$@\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool)
    for name in ["my data", "other", "it's"] {
      try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: false)
    }
  }

  private func make(_ arguments: String...) throws -> (code: Int32, output: String, errors: String) {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/make")
    process.currentDirectoryURL = URL(fileURLWithPath: ProjectFolders.root)
    let build = folder.path + "/build"
    process.arguments = ["--silent", "-o", build + "/release/school-indicators", "BUILD=" + build] + arguments
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = [output, errors].map { String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) }
    process.waitUntilExit()
    return (process.terminationStatus, said[0], said[1])
  }

  @Test func `values with blanks, quotes and signs of a shell or of make arrive as they are`() throws {
    let region = #"O"Neil's $(touch pwned); `touch pwned` $$HOME & North*"#
    let made = try make(
      "report", "DATA=\(folder.path)/my data", "OUT=out; touch pwned", "REGION=\(region)", "REFERENCE=a b")
    #expect(
      made.output
        == "[report][--data=\(folder.path)/my data][--reference=a b][--out=out; touch pwned][--region=\(region)]")
    #expect(!FileManager.default.fileExists(atPath: ProjectFolders.root + "/pwned"))
  }

  @Test func `several folders stand apart by colons or blanks`() throws {
    let (one, two) = (folder.path + "/my data", folder.path + "/other")
    for data in ["\(one):\(two)", "\(one) \(two)"] {
      #expect(
        try make("check", "DATA=\(data)").output == "[check][--data=\(one)][--data=\(two)]", "\(data)")
    }
    #expect(
      try make("check", "DATA=\(folder.path)/it's").output == "[check][--data=\(folder.path)/it's]")
    #expect(try make("check", "DATA=no such folder").output == "[check][--data=no such folder]")
  }

  @Test func `lists and flags become options, and only the term that is given`() throws {
    #expect(
      try make("packs", "LA=901, 902", "SIP=S1 S2", "TERM=spring", "QUIET=1", "REPLACE=1").output
        == "[packs][--quiet][--season=spring][--la][901][--la][902][--sip][S1][--sip][S2][--replace]"
    )
    #expect(try make("report").output == "[report]")
  }

  @Test func `a variable that is not known is an error that names the right one`() throws {
    let made = try make("report", "data=\(folder.path)/my data")
    #expect(made.code != 0 && made.output.isEmpty)
    #expect(made.errors.contains("'data' is no variable here; write DATA=..."), "\(made.errors)")
    #expect(try make("report", "FOLDER=x").errors.contains("'FOLDER' is no variable here; known are DATA OUT"))
  }

  @Test func `everything that is installed has one version, and Python packages their hashes`() throws {
    let root = ProjectFolders.root
    let package = try String(contentsOfFile: root + "/Package.swift", encoding: .utf8)
    for line in package.split(separator: "\n") where line.contains(".package(url:") {
      #expect(line.contains("exact:"), "\(line)")
    }
    for file in ["Scripts/printing.txt", "Scripts/checking.txt", "Benchmarks/peers/requirements.txt"] {
      let text = try String(contentsOfFile: root + "/" + file, encoding: .utf8).replacing("\\\n", with: "")
      let packages = text.split(separator: "\n").filter { (line: Substring) -> Bool in
        guard let first = line.first else { return false }
        return first != "#" && first != " "
      }
      #expect(!packages.isEmpty)
      for package in packages {
        #expect(package.contains("==") && package.contains("--hash=sha256:"), "\(file): \(package.prefix(60))")
      }
    }
  }
}
