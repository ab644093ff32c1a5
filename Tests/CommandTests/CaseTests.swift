import Foundation
import TestSupport
import Testing

/// Runs every folder `Cases/<command>/<what it shows>`.
///
/// A case holds `arguments` (one a line), any input folders, and what the command must give: `expected-output`,
/// `expected-errors`, `expected-exit`, and `expected/<file>` for files it writes below `out`. It runs in a copy of its
/// folder, so that paths in messages are short. `RECORD_CASES=1 make test` writes the expectations anew: read the diff.
@Suite("The command, case by case")
struct CaseTests {
  static let folder = ProjectFolders.root + "/Tests/CommandTests/Cases"
  static let cases: [String] = {
    let files = FileManager.default
    return (try? files.contentsOfDirectory(atPath: folder))?.sorted().flatMap { command in
      ((try? files.contentsOfDirectory(atPath: folder + "/" + command)) ?? []).sorted().map { command + "/" + $0 }
    } ?? []
  }()

  @Test("gives what its folder says", arguments: cases)
  func runs(name: String) throws {
    let recorded = Self.folder + "/" + name
    let scratch = try TemporaryFolder()
    let folder = scratch.path + "/case"
    try FileManager.default.copyItem(atPath: recorded, toPath: folder)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/reference", withDestinationPath: ProjectFolders.reference)

    let arguments = try String(contentsOfFile: recorded + "/arguments", encoding: .utf8).split(separator: "\n").map(
      String.init)
    let outcome = try Command.run(arguments, folder: folder)
    var found = [
      "expected-output": outcome.output, "expected-errors": outcome.errors, "expected-exit": "\(outcome.exitCode)\n",
    ]
    let written = FileManager.default.enumerator(atPath: recorded + "/expected")?.compactMap { $0 as? String } ?? []
    for file in written where (file as NSString).pathExtension != "" {
      found["expected/" + file] = try String(contentsOfFile: folder + "/out/" + file, encoding: .utf8)
    }

    for (file, text) in found.sorted(by: { $0.key < $1.key }) {
      let path = recorded + "/" + file
      if ProcessInfo.processInfo.environment["RECORD_CASES"] != nil {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
      } else {
        #expect(text == (try? String(contentsOfFile: path, encoding: .utf8)) ?? "", "\(name)/\(file)")
      }
    }
  }

  @Test("are there at all") func found() { #expect(Self.cases.count > 4) }
}
