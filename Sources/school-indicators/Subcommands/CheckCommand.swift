import ArgumentParser
import Foundation
import Ingest
import Report
import SchoolStatistics

/// Reads and checks the inputs, nothing more.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read and check the inputs only.",
    discussion: """
      Prints how often each rule was broken in each file, or every finding as JSON with --format json, and writes every finding to quality.csv and quality.html in \
      the folder 'check' among the reports. No report is touched.

      Exit codes: 0 no errors; 1 errors, or nothing usable; 2 wrong usage.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var access: AccessOptions

  @Option(name: .long, help: ArgumentHelp("The folder that holds reports.", valueName: "folder"))
  var out = Settings.out

  @Option(name: .long, help: "What to print: text or json.")
  var format = "text"

  func validate() throws {
    try requireFolder(out)
    if try knownWords(format, "format", known: ["text", "json"]).count > 1 {
      throw ValidationError("format '\(format)' is two; known are text, json")
    }
  }

  func run() throws {
    access.apply()
    var pipeline = Pipeline(input, analyses: false)
    let (data, findings, isUsable) = try Self.read(&pipeline)
    pipeline.progress.finish()
    let folder = try writeQualityReport(
      data, findings, to: out, inputs: input.data + [input.reference], notice: pipeline.progress.say)
    if try knownWords(format, "format", known: ["text", "json"]) == ["json"] {
      print(findingsInJSON(findings), terminator: "")
    } else {
      for line in Self.summary(findings) { print(Terminal.standardOutput?.coloured(line) ?? line) }
    }
    func count(_ severity: Severity) -> String {
      String.count(findings.count { $0.severity == severity }, severity.rawValue)
    }
    let errors = findings.count { $0.severity == .error }
    pipeline.progress.say(
      "found \(count(.error)), \(count(.warning)) and \(count(.note)) in the inputs; every one is in \(folder)/quality.csv"
    )
    if errors > 0 || !isUsable { throw ExitCode(1) }
  }

  /// What the folders hold; nothing but findings where none of the files can be used, which is what the check is for.
  private static func read(_ pipeline: inout Pipeline) throws -> (SchoolData, [Finding], isUsable: Bool) {
    do {
      let (data, findings) = try pipeline.read()
      return (data, findings, true)
    } catch IngestError.nothingUsable(let folders, let findings) {
      pipeline.progress.say(
        "none of the files in \(folders.map { "'\($0)'" }.joined(separator: ", ")) can be used")
      return (SchoolData(), findings, false)
    }
  }

  /// A line a file and rule: how often, and the first of them whole.
  static func summary(_ findings: [Finding]) -> [String] {
    var lines: [String] = []
    var first: [String: Int] = [:]
    var counts: [Int] = []
    for finding in findings.sorted() {
      let key = finding.file + "\n" + finding.rule
      if let position = first[key] {
        counts[position] += 1
        continue
      }
      first[key] = lines.count
      lines.append(finding.description)
      counts.append(1)
    }
    return zip(lines, counts).map { $1 > 1 ? "\($0) (and \($1 - 1) more)" : $0 }
  }
}
