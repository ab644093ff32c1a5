import ArgumentParser
import Ingest

/// Lists the file layouts that are understood.
struct LayoutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layouts", abstract: "List the file layouts that are understood.",
    discussion: "Layouts live in Data/reference/layouts; a new year's file is an edit there, not a build.")

  @Option(name: .long, help: ArgumentHelp("The folder of layouts, rulebook and code lists.", valueName: "folder"))
  var reference = Settings.reference

  func run() throws {
    let layouts = try knownLayouts(referenceFolder: reference)
    let width = layouts.map(\.id.count).max() ?? 0
    for layout in layouts {
      print(layout.id.padding(toLength: width + 2, withPad: " ", startingAt: 0) + layout.title)
    }
  }
}
