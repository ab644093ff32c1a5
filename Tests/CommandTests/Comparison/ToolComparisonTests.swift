import Indicators
import Ingest
import Rulebook
import SchoolStatistics
import TestSupport
import Testing

/// The published figures of the local authority interactive tool, ranked here and by an independent calculation.
@Suite("Measures of the local authority interactive tool")
struct ToolComparisonTests {
  static let results: IndicatorResults? = {
    guard let folder = ProjectFolders.published("lait") else { return nil }
    let options = IngestOptions(dataFolders: [folder], referenceFolder: ProjectFolders.reference, jobs: 2)
    let data = try! ingest(options).data
    return try! analyse(
      data, loadRulebook(referenceFolder: ProjectFolders.reference), AnalysisOptions(year: AcademicYear(ending: 2019)))
  }()
  let year = AcademicYear(ending: 2019)

  @Test("every measure with a polarity is ranked and banded as an independent calculation does")
  func agreement() throws {
    guard let results = Self.results else { return }
    #expect(ToolMeasures2019.expected.count == 59)
    for (id, ranked, millionths, places) in ToolMeasures2019.expected {
      for place in places {
        let value = try #require(results.value(id, .localAuthority(LocalAuthorityCode(place.code)), year), "\(id)")
        let standing = try #require(value.standing, "\(id) \(place.code)")
        #expect(standing.rank == place.rank, "\(id) \(place.code)")
        #expect(standing.ranked == ranked, "\(id)")
        // The tool bands whatever comes; here joint first is A, and crowded measures have no bands.
        #expect(
          standing.band == (standing.unbandedReason.isEmpty ? standing.rank == 1 ? "A" : place.band : ""),
          "\(id) \(place.code)")
      }
      let value = try #require(results.value(id, .localAuthority(LocalAuthorityCode(places[0].code)), year))
      let quartiles = try #require(results.distribution(of: value)).quartiles
      #expect(quartiles.map { $0.roundedUnits(decimals: 6) } == millionths, "\(id)")
    }
  }

  @Test("no change is told across 2020 and 2021, which had no key stage 2 results")
  func gap() throws {
    guard let folder = ProjectFolders.published("lait") else { return }
    let data = try ingest(IngestOptions(dataFolders: [folder], referenceFolder: ProjectFolders.reference, jobs: 2)).data
    let results = try analyse(
      data, loadRulebook(referenceFolder: ProjectFolders.reference), AnalysisOptions(year: AcademicYear(ending: 2022)))
    let values = results.values.filter {
      $0.indicator == "lait-ks2rwm-expected-std" && $0.year.ending == 2022 && $0.place.level == .localAuthority
    }
    #expect(values.count > 140)
    #expect(values.contains { $0.standing != nil })
    for value in values {
      #expect(value.change1.value.value == nil)
      #expect(value.standing?.rankChange1 == nil && value.standing?.movement == nil)
    }
  }

  @Test("authorities without a figure say why")
  func reasons() {
    guard let results = Self.results else { return }
    let missing = results.values.filter {
      $0.year == year && $0.place.level == .localAuthority && $0.indicator.hasPrefix("lait-") && $0.standing == nil
    }
    #expect(!missing.isEmpty)
    for value in missing { #expect(value.value.reason != nil || value.unrankedReason != nil) }
  }
}
