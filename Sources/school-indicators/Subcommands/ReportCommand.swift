import ArgumentParser
import Foundation
import Report
import SchoolStatistics

/// The main job.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the indicator tables and pages of every local authority.",
    discussion: """
      Reads the data folders, calculates the indicators and writes one folder, such as Reports/2009-autumn, with \
      index.html as the way in. The folder is moved in whole when it is complete; an earlier one stays until then.

      Exit codes: 0 written; 1 nothing usable, or errors in the inputs with --strict; 2 wrong usage.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var pipeline = Pipeline(input)
    let started = Date()
    let (data, findings) = try pipeline.read()
    let results = try pipeline.analyse(data)
    let ambition = try pipeline.judgeTargets(data, results)
    let errors = (findings + results.findings).count { $0.severity == .error }
    if input.strict, errors > 0 {
      pipeline.progress.say("\(errors) errors in the inputs and --strict was given: nothing was written; 'check' lists them")
      throw ExitCode(1)
    }
    let run = Run(data: data, results: results, ambition: ambition, findings: findings, timings: pipeline.timings)
    let summary = try writeReport(run, options(started: started))
    pipeline.progress.say("found \(summary.findings[.error] ?? 0) errors and \(summary.findings[.warning] ?? 0) warnings in the inputs")
    pipeline.progress.say(
      "wrote \(summary.files) files for \(summary.authorities) local authorities; begin at \(summary.folder)/index.html")
  }

  private func options(started: Date) throws -> ReportOptions {
    var options = ReportOptions(outFolder: output.out, term: output.term)
    options.audience = output.audience
    options.formats = try output.chosenFormats ?? options.formats
    options.tables = try output.chosenTables ?? options.tables
    options.authorities = try output.codes
    options.region = output.region
    options.jobs = input.jobs
    options.commandLine = CommandLine.arguments
    options.versions = [("school-indicators", SchoolIndicators.configuration.version)]
    options.started = started.formatted(.iso8601)
    return options
  }
}
