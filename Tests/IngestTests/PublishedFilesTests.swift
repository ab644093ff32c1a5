import Foundation
import Ingest
import SchoolStatistics
import TestSupport
import Testing

/// The published files beside the project, where they are at hand.
@Suite struct PublishedFilesTests {
  private func read(_ name: String, year: Int? = nil) throws -> (data: SchoolData, findings: [Finding])? {
    guard let folder = ProjectFolders.published(name) else { return nil }
    return try ingest(
      IngestOptions(
        dataFolders: [folder], referenceFolder: ProjectFolders.reference, year: year.map { AcademicYear(ending: $0) },
        jobs: 2))
  }

  @Test func `the 2014 key stage 4 file gives schools, authorities' rows as published figures, and 174 duplicates`()
    throws
  {
    guard let (data, findings) = try read("ks4-2014-england") else { return }
    let rows = data.tables("ks4_results").flatMap(\.groups).filter { $0 == .all }.count
    #expect(rows == 3431 - 174)
    #expect(findings.filter { $0.rule == "duplicate-key" }.count == 174)
    #expect(!findings.contains { $0.severity == .error })
    let figures = data.published.filter { $0.measure == "ks4_5ac_em" && $0.group == .all }
    #expect(Set(figures.map(\.place)).count == 151)
    let camden = try #require(figures.first { $0.place == .localAuthority(LocalAuthorityCode(202)) })
    #expect(camden.value == .value(Rational(605, 10)))
    #expect(camden.denominator == .count(1410))
    #expect(camden.decimals == 1)
    #expect(data.sources.map(\.layout) == ["ks4-2014", "ks4-field-list", "authority-names"])
    #expect(data.sources[0].rows == 3583)
  }

  @Test func `the 2013 key stage 2 files give authorities' figures by the schools above them`() throws {
    guard let (data, findings) = try read("ks2-2013-england") else { return }
    let figures = data.published.filter {
      $0.measure == "ks2_2lp_maths" && $0.group == .all && $0.place.level == .localAuthority
    }
    #expect(figures.count == 152)
    #expect(Set(figures.map(\.place)).count == 152)
    #expect(findings.filter { $0.severity == .error }.count == 0)
    let schools = data.tables("ks2_results").flatMap(\.groups).filter { $0 == .all }.count
    #expect(schools == 15351 + 685)
    #expect(data.schools.filter { $0.kind == .special }.count == 685)
  }

  @Test func `the 2019 folder gives results, census and absence with national rows apart`() throws {
    guard let (data, findings) = try read("ks4-2019-england") else { return }
    #expect(data.tables("ks4_results").first?.count == 5495)
    #expect(data.tables("attendance").first?.count == 21214)
    #expect(!findings.contains { $0.severity > .note })
    let special = try #require(
      data.published.first { $0.measure == "roll" && $0.place == .national && $0.variant == "special" })
    #expect(special.value.count == 121738)
    #expect(data.schools.filter { !$0.isStateFunded }.count > 1000)
  }

  @Test func `raw files as downloaded give the year after their history, and totals from anywhere`() throws {
    guard let (data, findings) = try read("raw-layout-hampshire-surrey") else { return }
    for source in data.sources where !source.years.isEmpty {
      let latest = source.path.contains("/2016-") ? 2017 : 2018
      #expect(source.years.last?.ending == latest, "\(source.path)")
    }
    #expect(!findings.contains { $0.severity > .note })
    let hampshire = data.published.first {
      $0.measure == "ks2_rwm_expected" && $0.group == .all && $0.year.ending == 2017
        && $0.place == .localAuthority(LocalAuthorityCode(850))
    }
    #expect(hampshire?.value.count == 66)
    #expect(hampshire?.denominator.count == 14040)
  }

  @Test func `area files give published figures alone`() throws {
    guard let lait = try read("lait"), let inCare = try read("looked-after-la"), let level2 = try read("l2em-by-16-la")
    else { return }
    // Each of the 69,530 rows stands under the tool's own name, and those that other files report too under theirs.
    #expect(lait.data.published.filter { $0.measure.id.hasPrefix("lait_") }.count == 69530)
    #expect(lait.data.published.count == 125_970)
    #expect(lait.findings.isEmpty)
    #expect(lait.data.measures["lait_infmort"]?.isFromData == true)
    #expect(inCare.findings.isEmpty && inCare.data.published.allSatisfy { $0.group == .cic })
    #expect(level2.findings.isEmpty && level2.data.published.map(\.year.ending).min() == 2002)
    for data in [lait.data, inCare.data, level2.data] { #expect(data.tables.isEmpty) }
  }

  @Test func `every file is recognised, none has a code that is not known`() throws {
    guard let (data, findings) = try read(".") else { return }
    // Sets of the open-data standard and the pupils of a textbook have no layout.
    func hasNoLayout(_ path: String) -> Bool { path.contains("/ees/") || path.contains("/pupil-level/") }
    #expect(data.sources.allSatisfy { !$0.layout.isEmpty || hasNoLayout($0.path) })
    #expect(data.sources.count >= 42)
    let rules: Set = ["unrecognised-file", "unknown-code", "unreadable-file", "unreadable-value", "unclosed-quote"]
    // One cleaned file holds seven counts of exclusions with decimals; six authorities had two codes before.
    let spoilt = findings.filter { rules.contains($0.rule) && !hasNoLayout($0.file) }
    #expect(spoilt.filter { $0.file.hasSuffix("clean_la_data.csv") && $0.column == "perm_excl" }.count == 7)
    #expect(spoilt.filter { $0.column == "old_la_code" && $0.value.contains(" / ") }.count == 6)
    #expect(spoilt.count == 13)
    #expect(data.links.count > 14000 && data.neighbours.count > 150)
  }
}
