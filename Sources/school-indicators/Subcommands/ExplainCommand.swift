import ArgumentParser
import Foundation
import Indicators
import Provenance
import SchoolStatistics

/// Where a figure comes from.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say where a figure of a finished report comes from.",
    discussion: """
      Names the definition, the rule, the row of the report, the rows of the inputs (file and line, largest first) and \
      each step as arithmetic that can be redone. Reads the same --data and --reference as the report did, and says \
      which files have changed since. Without --la, --region or --urn the figure is England's.

      Exit codes: 0 explained; 1 no such figure, or the inputs do not give it any more; 2 wrong usage.
      """)

  @Argument(help: ArgumentHelp("The report, such as Reports/2010-autumn.", valueName: "report"))
  var report: String

  @OptionGroup var input: InputOptions

  @Option(name: .long, help: ArgumentHelp("The id of the indicator, such as ks2-fsm-gap.", valueName: "id"))
  var indicator: String

  @Option(name: .long, help: ArgumentHelp("A local authority, by its three-digit code.", valueName: "code"))
  var la: String?

  @Option(name: .long, help: ArgumentHelp("A region, by its name or code.", valueName: "name"))
  var region: String?

  @Option(name: .long, help: "A school, by its URN.")
  var urn: Int?

  @Option(name: .long, help: "The pupil group, such as fsm. Default: that of the headline.")
  var group: PupilGroup?

  @Option(name: .long, help: "How to show it: text, json.")
  var format = "text"

  func validate() throws {
    if [la != nil, region != nil, urn != nil].count(where: { $0 }) > 1 {
      throw ValidationError("give one of --la, --region and --urn")
    }
    if let la, Int(la).map({ (1...999).contains($0) }) != true {
      throw ValidationError("la '\(la)' is not a three-digit code of a local authority, such as 301")
    }
    if format != "text", format != "json" {
      throw ValidationError("format '\(format)' is not known; known are text, json")
    }
  }

  func run() throws {
    let finished = try FinishedRun(folder: report)
    var pipeline = Pipeline(asTheRun(finished))
    let (data, _) = try pipeline.read()
    let results = try pipeline.analyse(data)
    let explanation = try Explanation(
      finished, data, results, indicator: indicator, place: place(results),
      year: input.academicYear ?? results.headlineYear, group: group)
    let bytes = format == "json" ? try explanation.json() : Array(explanation.text().utf8)
    try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    if !explanation.agrees { throw ExitCode(1) }
  }

  /// The inputs read for the year that the run was about, whatever year is asked for; nothing is said of reading.
  private func asTheRun(_ run: FinishedRun) -> InputOptions {
    var input = input
    (input.year, input.quiet) = ("\(run.headlineYear)", true)
    return input
  }

  private func place(_ results: IndicatorResults) -> Place {
    if let urn { return .school(URN(urn)) }
    if let la, let code = Int(la) { return .localAuthority(LocalAuthorityCode(code)) }
    guard let region else { return .national }
    let named = results.areas.first {
      $0.place.level == .regional && ($0.place.code == region || $0.name.lowercased() == region.lowercased())
    }
    return named?.place ?? .region(region)
  }
}

extension PupilGroup: ExpressibleByArgument {}
