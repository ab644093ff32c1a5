import ArgumentParser
import Foundation
import Provenance

/// What changed between two finished reports, and why.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two finished reports: what changed, and why.",
    discussion: """
      Reads nothing but the two folders: their tables and what run.json records of input files, rules and versions. \
      Every row that differs has a reason. A page of it: --format html > changes.html

      Exit codes: 0 compared, whether or not anything differs; 1 a folder is no finished report; 2 wrong usage.
      """)

  @Argument(help: ArgumentHelp("The earlier report, such as Reports/2009-autumn.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The later report.", valueName: "new"))
  var new: String

  @Option(
    name: .long,
    help: "How to show it: \(DifferenceFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = DifferenceFormat.text

  func run() throws {
    let difference = try RunDifference(FinishedRun(folder: old), FinishedRun(folder: new))
    try FileHandle.standardOutput.write(contentsOf: Data(difference.document(format)))
  }
}

extension DifferenceFormat: ExpressibleByArgument {}
