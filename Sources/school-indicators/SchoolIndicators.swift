import ArgumentParser
import ReferenceFiles

struct SchoolIndicators: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "school-indicators",
    abstract: "Turns England's school performance CSVs into local authority indicator tables.",
    discussion: """
      Reads any folder of school performance CSVs, calculates the data indicators of the 2009 quality standards \
      and writes tables and pages for local authorities. Works offline; one command does it all: \
      school-indicators report --data FOLDER
      """,
    version: "0.1.0",
    subcommands: [
      ReportCommand.self, CompareCommand.self, PacksCommand.self, CheckCommand.self, ExplainCommand.self,
      DiffCommand.self,
      SampleCommand.self, IndicatorsCommand.self,
      LayoutsCommand.self,
    ])

  /// What to say where the first word is none of the subcommands; nil where it is one, or none is there.
  static func mistakenSubcommand(_ arguments: [String]) -> String? {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word = arguments.dropFirst().first, !word.hasPrefix("-"), word != "help", !known.contains(word) else {
      return nil
    }
    return "Error: there is no subcommand '\(word)'; "
      + (word.lowercased().nearest(among: known).map { "did you mean '\($0)'?" }
        ?? "known are \(known.joined(separator: ", "))")
      + "\n  See 'school-indicators --help' for more information."
  }
}
