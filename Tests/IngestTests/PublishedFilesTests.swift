import Foundation
import Ingest
import SchoolStatistics
import Testing
import TestSupport

/// The published files beside the project, where they are at hand.
@Suite struct PublishedFilesTests {
  private func read(_ name: String, year: Int? = nil) throws -> (data: SchoolData, findings: [Finding])? {
    guard let folder = ProjectFolders.published(name) else { return nil }
    return try ingest(
      IngestOptions(
        dataFolders: [folder], referenceFolder: ProjectFolders.reference, year: year.map { AcademicYear(ending: $0) }, jobs: 2))
  }

  @Test func `the 2014 key stage 4 file gives schools, authorities' rows as published figures, and 174 duplicates`() throws {
    guard let (data, findings) = try read("ks4-2014-england") else { return }
    let all = data.tables("ks4_results").first { $0.groups.contains(.all) }!
    #expect(zip(all.groups, all.groups.indices).filter { $0.0 == .all }.count == 3431 - 174)
    #expect(findings.filter { $0.rule == "duplicate-key" && $0.message.contains("exactly the same") }.map(\.line).count >= 174)
    let figures = data.published.filter { $0.measure == "ks4_5ac_em" && $0.group == .all }
    #expect(Set(figures.map(\.place)).count == 151)
    #expect(data.sources.map(\.layout) == ["ks4-2014", "ks4-field-list", "authority-names"])
    #expect(data.sources[0].rows == 3583)
  }

  @Test func `the 2013 key stage 2 files give authorities' figures by the schools above them`() throws {
    guard let (data, findings) = try read("ks2-2013-england") else { return }
    let figures = data.published.filter { $0.measure == "ks2_2lp_maths" && $0.group == .all && $0.place.level == .localAuthority }
    #expect(figures.count == 152)
    #expect(Set(figures.map(\.place)).count == 152)
    #expect(findings.filter { $0.severity == .error }.count == 0)
  }
}
