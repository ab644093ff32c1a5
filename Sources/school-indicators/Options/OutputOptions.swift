import ArgumentParser
import Packs
import Report

/// Where reports go and what is wanted of them.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The folder that holds reports; each run is a folder in it.", valueName: "folder"))
  var out = Settings.out

  @Option(
    name: .long,
    help:
      "The term of the report: \(Season.allCases.map(\.rawValue).joined(separator: ", ")). Default: that of the day, else autumn."
  )
  var term: Season?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Only these local authorities, by code or name.", valueName: "code"))
  var la: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Only the local authorities of these regions.", valueName: "name"))
  var region: [String] = []

  @Option(
    name: .long,
    help:
      "For whom: \(Audience.allCases.map(\.rawValue).joined(separator: ", ")). The public gets the publishing files alone, in a folder of its own."
  )
  var audience: Audience = .internal

  @Option(
    name: .long,
    help: "What to write, with commas between: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ",")).")
  var formats: String?

  @Option(
    name: .long,
    help:
      "Only these tables, with commas between: \(Table.allCases.map(\.rawValue).joined(separator: ",")). Default: all.")
  var tables: String?

  @Flag(name: .long, help: "Replace an earlier report even where it holds more than this one will.")
  var replace = false

  func validate() throws {
    try requireFolder(out)
    _ = try chosenFormats
    _ = try chosenTables
  }

  var chosenFormats: Set<ReportFormat>? { get throws { try formats.map { try Self.chosen($0, "format") } } }
  var chosenTables: Set<Table>? { get throws { try tables.map { try Self.chosen($0, "table") } } }

  private static func chosen<Choice: RawRepresentable<String> & CaseIterable & Hashable>(
    _ list: String, _ what: String
  ) throws -> Set<Choice> {
    try Set(knownWords(list, what, known: Choice.allCases.map(\.rawValue)).compactMap(Choice.init))
  }
}

extension Audience: ExpressibleByArgument {}

/// Wrong usage where the folder that reports go to has no name, as an unset variable of a script gives it.
func requireFolder(_ out: String) throws {
  if out.allSatisfy(\.isWhitespace) { throw ValidationError("out '\(out)' names no folder; give one such as Reports") }
}
