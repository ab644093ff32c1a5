import ArgumentParser

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
      ReportCommand.self, CompareCommand.self, PacksCommand.self, CheckCommand.self, DiffCommand.self,
      SampleCommand.self, IndicatorsCommand.self,
      LayoutsCommand.self,
    ])
}
