import ArgumentParser
import Rulebook

/// Lists the catalogue.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", abstract: "List the indicators, with the years whose rules have them.")

  @Option(name: .long, help: ArgumentHelp("The folder of layouts, rulebook and code lists.", valueName: "folder"))
  var reference = Settings.reference

  func run() throws {
    let rulebook = try loadRulebook(referenceFolder: reference)
    let width = rulebook.indicators.map(\.id.count).max() ?? 0
    for indicator in rulebook.indicators {
      let years = try rulebook.knownYears.filter { try rulebook.rules(for: $0).indicators.contains(indicator.id) }
      let span = years.isEmpty ? "no year" : "\(years[0].ending)-\(years[years.count - 1].ending)"
      print(indicator.id.padding(toLength: width + 2, withPad: " ", startingAt: 0) + span + "  " + indicator.title)
    }
  }
}
