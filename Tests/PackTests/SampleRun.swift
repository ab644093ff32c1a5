import Foundation
import Ingest
import Report
import SchoolStatistics
import TestSupport

@testable import Indicators
@testable import Packs
@testable import Rulebook
@testable import TargetAmbition

/// The committed sample, read and analysed once for all tests of packs.
struct SampleRun: Sendable {
  let data: SchoolData
  let results: IndicatorResults
  let ambition: AmbitionResults
  let maker: PackMaker

  static let shared: Result<SampleRun, any Error> = Result { try SampleRun() }

  private init() throws {
    let jobs = ProcessInfo.processInfo.activeProcessorCount
    let year = AcademicYear(ending: 2009)
    data = try ingest(
      IngestOptions(
        dataFolders: [ProjectFolders.sample], referenceFolder: ProjectFolders.reference, year: nil, jobs: jobs)
    ).data
    let rulebook = try loadRulebook(referenceFolder: ProjectFolders.reference)
    results = try analyse(data, rulebook, AnalysisOptions(year: year, jobs: jobs))
    let options = try AmbitionOptions(referenceFolder: ProjectFolders.reference)
    let analysis = AmbitionAnalysis(options: options, rulebook: rulebook, jobs: jobs)
    ambition = analysis.results(
      data, through: year, on: Season.autumn.firstDay(results: year), of: Set(data.schools.indices))
    maker = PackMaker(data, results, ambition, try PackOptions(rulebook, year: year, jobs: jobs))
  }
}
