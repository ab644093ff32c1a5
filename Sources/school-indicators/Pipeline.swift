import ArgumentParser
import Foundation
import Indicators
import Ingest
import Report
import Rulebook
import SchoolStatistics
import TargetAmbition

/// The stages in the order the data takes, as every command runs them.
struct Pipeline {
  var input: InputOptions
  var progress: Progress
  private let moment: ReportMoment?
  private(set) var timings: [StageTiming] = []
  /// Nil where nothing is analysed, or one thread has to do everything.
  private let rulebook: Deferred<Result<Rulebook, any Error>>
  private let ambitionOptions: Deferred<Result<AmbitionOptions, any Error>>

  /// The rules of a run that `analyses` are read beside the data, in moments that leave a thread without work.
  init(_ input: InputOptions, _ moment: ReportMoment? = nil, analyses: Bool = true) {
    (self.input, self.moment) = (input, moment)
    progress = Progress(quiet: input.quiet)
    let (folder, jobs) = (input.reference, input.jobs)
    rulebook = Deferred { Result { try loadRulebook(referenceFolder: folder, jobs: jobs) } }
    ambitionOptions = Deferred { Result { try AmbitionOptions(referenceFolder: folder) } }
    if analyses, input.jobs > 1 {
      rulebook.begin()
      ambitionOptions.begin()
    }
  }

  /// Reads the data folders.
  mutating func read() throws -> (data: SchoolData, findings: [Finding]) {
    let options = IngestOptions(
      dataFolders: input.data, referenceFolder: input.reference, year: input.academicYear, jobs: input.jobs)
    return try timed("ingest") { [progress] in
      let read = try ingest(options) { step in
        progress.advance(.reading, Double(step.filesRead) / Double(max(step.files, 1)), "reading \(step.file)")
      }
      let rows = read.data.sources.reduce(0) { $0 + $1.rows }
      progress.say(
        "read \(String.count(read.data.sources.count, "file")), \(String.count(rows, "row")), \(String.count(read.data.schools.count, "school"))"
      )
      return read
    }
  }

  /// Calculates the indicators.
  mutating func analyse(_ data: SchoolData) throws -> IndicatorResults {
    let options = AnalysisOptions(year: input.academicYear, latest: moment?.latest, jobs: input.jobs)
    return try timed("analysis") { [progress, rulebook] in
      progress.advance(.calculating, 0, "calculating indicators")
      let results = try Indicators.analyse(data, rulebook.value.get(), options)
      progress.say(
        "calculated \(String.count(results.indicators.count, "indicator")) for \(Self.places(results)), \(results.years.map { "\($0.ending)" }.joined(separator: ", "))"
      )
      return results
    }
  }

  /// `149 local authorities, 9 regions and England`
  private static func places(_ results: IndicatorResults) -> String {
    func count(_ level: GeographicLevel) -> Int { results.areas.count { $0.place.level == level } }
    let (authorities, regions) = (count(.localAuthority), count(.regional))
    var places: [String] = []
    if authorities > 0 { places.append(String.count(authorities, "local authority", "local authorities")) }
    if regions > 0 { places.append(String.count(regions, "region")) }
    if count(.national) > 0 { places.append("England") }
    guard let last = places.popLast() else { return "no place" }
    return places.isEmpty ? last : places.joined(separator: ", ") + " and " + last
  }

  /// Judges the targets against the six criteria, with the indicators' own results of areas.
  ///
  /// - Parameter schools: those whose packs are made; nil for all, and what they come to in areas.
  mutating func judgeTargets(
    _ data: SchoolData, _ results: IndicatorResults, on day: CalendarDate, of schools: Set<Int>? = nil
  ) throws -> AmbitionResults {
    try timed("target ambition") { [progress, ambitionOptions, rulebook, jobs = input.jobs] in
      progress.advance(.judging, 0, "judging targets")
      let analysis = AmbitionAnalysis(
        options: try ambitionOptions.value.get(), rulebook: try rulebook.value.get(), jobs: jobs)
      let ambition =
        if let schools {
          analysis.results(data, through: results.headlineYear, on: day, of: schools)
        } else {
          analysis.results(data, through: results.headlineYear, on: day) { indicator, place, year in
            results.value(indicator, place, year)?.value ?? .missing(.notSupplied)
          }
        }
      let held = ambition.schools.count { $0.isHeadline && $0.state.isHeld }
      progress.say("judged \(String.count(held, "target")) of schools")
      return ambition
    }
  }

  /// The rulebook of the run.
  func rules() throws -> Rulebook { try rulebook.value.get() }

  mutating func timed<Result>(_ stage: String, _ work: () throws -> Result) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    defer {
      let taken = (clock.now - start).components
      timings.append(StageTiming(stage: stage, seconds: Double(taken.seconds) + Double(taken.attoseconds) / 1e18))
    }
    return try work()
  }
}
