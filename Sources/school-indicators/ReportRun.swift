import ArgumentParser
import Foundation
import Ingest
import Packs
import Report
import SchoolStatistics
import Synchronization
import TargetAmbition

/// One run of the three stages into a folder: what `report` and `compare` have in common.
struct ReportRun {
  var input: InputOptions
  var output: OutputOptions
  /// Nil where no targets are judged.
  var day: DayOption?

  /// What the last run was made of, kept until the process ends: to take tens of thousands of values apart then, one
  /// by one, would only make the user wait.
  private static let last = Mutex<Run?>(nil)

  func write(_ kind: ReportKind) throws {
    let moment = try ReportMoment(day?.chosen, term: output.term, year: input.academicYear)
    var pipeline = Pipeline(input, moment)
    let started = Date()
    let (data, findings) = try pipeline.read()
    let options = try options(kind, moment.season, data, started: started)
    let results = try pipeline.analyse(data)
    let showsAmbition = options.formats != [.csv] || options.tables.contains(.targetAmbition)
    let ambition =
      kind == .report && output.audience == .internal
        && (showsAmbition || data.tables.contains { $0.name == "targets" })
      ? try pipeline.judgeTargets(data, results, on: moment.day(results: results.headlineYear)) : AmbitionResults()
    let errors = (findings + results.findings).count { $0.severity == .error }
    if input.strict, errors > 0 {
      pipeline.progress.say(
        "\(String.count(errors, "error")) in the inputs and --strict was given: nothing was written; 'check' lists them"
      )
      throw ExitCode(1)
    }
    let run = Run(data: data, results: results, ambition: ambition, findings: findings, timings: pipeline.timings)
    Self.last.withLock { $0 = run }
    let progress = pipeline.progress
    let summary = try writeReport(run, options, notice: progress.say) {
      progress.advance(.writing, $0, "writing the report")
    }
    progress.finish()
    pipeline.progress.say(
      "found \(String.count(summary.findings[.error] ?? 0, "error")) and \(String.count(summary.findings[.warning] ?? 0, "warning")) in the inputs"
    )
    pipeline.progress.say(
      "wrote \(String.count(summary.files, "file")) for \(String.count(summary.authorities, "local authority", "local authorities")) to \(summary.folder)"
        + (summary.start.map { "; begin at \(summary.folder)/\($0)" } ?? "")
    )
  }

  private func options(_ kind: ReportKind, _ term: Season, _ data: SchoolData, started: Date) throws -> ReportOptions {
    var options = ReportOptions(outFolder: output.out, term: term)
    options.kind = kind
    options.audience = output.audience
    options.formats = try output.chosenFormats ?? options.formats
    options.tables = try output.chosenTables ?? options.tables
    if output.audience == .public { (options.formats, options.tables) = ([.csv], [.openData]) }
    let places = PlaceChoice(data: data)
    let usual = kind == .report && output.region.isEmpty ? Settings.current.la?.list ?? [] : []
    options.authorities = try places.authorities(output.la.isEmpty ? usual : output.la)
    options.regions = try places.regions(output.region)
    options.contact = Settings.current.contact ?? ""
    options.jobs = input.jobs
    options.inputs = input.data + [input.reference]
    options.replacesMore = output.replace
    options.commandLine = CommandLine.arguments
    options.versions = [("school-indicators", SchoolIndicators.configuration.version)]
    options.rules = referenceDigests(folder: input.reference)
    options.started = started.formatted(.iso8601)
    return options
  }
}
