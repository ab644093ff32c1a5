import ArgumentParser

@main
struct SchoolIndicators: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "school-indicators",
    abstract: "Turns England's school performance CSVs into local authority indicator tables.")
}
