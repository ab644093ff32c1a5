import Foundation
import TestSupport
import Testing

@Suite("A run that fails")
struct FailedRunTests {
  static let arguments = [
    "report", "--data", ProjectFolders.sample, "--reference", ProjectFolders.reference, "--year", "2009",
  ]

  /// A folder with an earlier report in the place of the one to come.
  func earlierReport() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("2009-autumn/index.html", "the earlier report")
    try folder.write(
      "2009-autumn/.school-indicators.json",
      #"{"files":["index.html"],"kind":"report","place":"2009-autumn","scope":[],"tool":"school-indicators"}"#)
    return folder
  }

  func expectUntouched(_ folder: TemporaryFolder) throws {
    #expect(try folder.text("2009-autumn/index.html") == "the earlier report")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["2009-autumn"])
  }

  @Test("leaves the earlier report whole when it is interrupted half-way")
  func interrupted() throws {
    let folder = try earlierReport()
    let errors = Pipe()
    let process = try Command.start(
      Self.arguments + ["--out", folder.path], folder: folder.path, standardOutput: FileHandle.nullDevice,
      standardError: errors)
    // Half-way is when the new report has begun to be written.
    let deadline = Date(timeIntervalSinceNow: 120)
    while process.isRunning, Date() < deadline,
      try FileManager.default.contentsOfDirectory(atPath: folder.path).count < 2
    {
      usleep(1000)
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said.hasSuffix("stopped: nothing was written, earlier reports are as they were\n"))
    try expectUntouched(folder)
  }

  @Test("names the file and leaves the earlier report whole when files may not grow")
  func noRoom() throws {
    let folder = try earlierReport()
    let scratch = try TemporaryFolder()
    let errors = try scratch.write("errors", "")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    let command = ([Command.executable] + Self.arguments + ["--out", folder.path]).map { "'\($0)'" }.joined(
      separator: " ")
    process.arguments = ["-c", "ulimit -f 200; exec \(command)"]
    process.standardError = FileHandle(forWritingAtPath: errors)!
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    let said = try scratch.text("errors")
    #expect(said.contains("error: cannot be written: ") && said.contains("the earlier report is unchanged"), "\(said)")
    try expectUntouched(folder)
  }

  /// Threads that cannot be had are waited for by nobody, and what cannot be had ends the run with a sentence.
  @Test("says so, or manages, but never hangs where memory is short", arguments: [100, 120, 130, 140, 160, 200, 300])
  func memoryLimit(megabytes: Int) throws {
    let folder = try earlierReport()
    let scratch = try TemporaryFolder()
    let errors = try scratch.write("errors", "")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    let command = ([Command.executable] + Self.arguments + ["--out", folder.path]).map { "'\($0)'" }.joined(
      separator: " ")
    process.arguments = ["-c", "ulimit -v \(megabytes * 1000); exec timeout -s KILL 120 \(command)"]
    process.standardError = FileHandle(forWritingAtPath: errors)!
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let said = try scratch.text("errors")
    switch process.terminationStatus {
    case 0: #expect(said.contains("wrote "))
    // Too little for the libraries: the system's own words.
    case 127: #expect(said.contains("shared libraries"))
    default:
      #expect(process.terminationStatus == 1)
      #expect(said.contains("error: the memory limit of this process"), "\(said)")
      #expect(try folder.text("2009-autumn/index.html") == "the earlier report")
    }
  }

  @Test("is wrong usage where --out has no name", arguments: ["report", "compare", "packs", "check", "sample"])
  func outWithoutName(command: String) throws {
    let outcome = try Command.run([command, "--out", ""])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.hasPrefix("Error: out '' names no folder; give one such as Reports\n"), "\(outcome.errors)")
  }

  @Test("says so when the folder for reports cannot be made")
  func outIsAFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("taken", "a file")
    let outcome = try Command.run(Self.arguments + ["--out", file + "/reports"])
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("error: "), "\(outcome.errors)")
    #expect(try folder.text("taken") == "a file")
  }
}
