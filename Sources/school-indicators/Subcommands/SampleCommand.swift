import ArgumentParser
import Report
import SampleData

/// Writes a synthetic data folder.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Write a synthetic data folder: no such authority, school or pupil exists.",
    discussion:
      "The same size and seed give the same bytes. 'modest' is the folder that comes with the tool, Data/sample.")

  @Option(
    name: .long,
    help: "How much of the country: \(SampleOptions.Size.allCases.map(\.rawValue).joined(separator: ", ")).")
  var size: SampleOptions.Size = .modest

  @Option(name: .long, help: "Another seed draws another country.")
  var seed: UInt64 = SampleOptions.committedSeed

  @Option(name: .long, help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var out: String

  @Flag(
    name: .long, help: "Write files of one row a pupil in place of the tables of results; their counts are the same.")
  var pupils = false

  @Flag(name: .long, help: "Say nothing while working.")
  var quiet = false

  func validate() throws { try requireFolder(out) }

  func run() throws {
    let progress = Progress(quiet: quiet)
    let summary = try writeSample(to: out, notice: progress.say) {
      try writeSampleData(to: $0, options: SampleOptions(size: size, seed: seed, pupils: pupils))
    }
    progress.say(
      "wrote \(summary.files.count) files, \(summary.rows) rows, \(summary.bytes / 1_000_000) MB of synthetic data to '\(out)'"
    )
  }
}

extension SampleOptions.Size: ExpressibleByArgument {}
