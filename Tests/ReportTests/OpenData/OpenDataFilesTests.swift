import Disclosure
import Foundation
import Indicators
import Rulebook
import SchoolStatistics
import TestSupport
import Testing

@testable import Report

@Suite("Publishing files in the open-data standard")
struct OpenDataFilesTests {
  let content = try! ReportContent(ReportFixture().run, ReportOptions(outFolder: "unused", term: .autumn))

  func screened(_ theme: OpenDataTheme, _ content: ReportContent) -> OpenDataScreener? {
    guard let table = OpenDataTable(theme, content, PublicationDecision(content.results)) else { return nil }
    return OpenDataScreener(
      name: theme.name + ".csv", data: String(decoding: table.data(), as: UTF8.self),
      metaName: theme.name + ".meta.csv", meta: String(decoding: table.metadata(), as: UTF8.self))
  }

  @Test("every theme passes every check that fails a file")
  func screening() {
    var written = 0
    for theme in openDataThemes {
      guard let screened = screened(theme, content) else { continue }
      written += 1
      #expect(screened.failures.isEmpty, "\(theme.name)")
    }
    #expect(written == openDataThemes.count)
  }

  @Test("the checker finds what it is there to find")
  func checkerFails() {
    let meta =
      "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column\n"
    let place =
      "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name"
    func check(_ data: String, _ rest: String, name: String = "attainment_gaps_between_groups_of_pupils.csv")
      -> [String]
    {
      OpenDataScreener(
        name: name, data: data, metaName: "attainment_gaps_between_groups_of_pupils.meta.csv", meta: meta + rest
      ).failures
        .map { String($0.prefix { $0 != ":" }) }
    }
    let row = "200809,Academic year,National,E92000001,England,,,,,"
    #expect(check("\(place),level\n\(row),71.2\n", "level,Indicator,Level,,%,1,,\n").isEmpty)
    #expect(
      check("\(place),ks2_english_pct\n\(row),71.2\n", "ks2_english_pct,Indicator,L,,%,1,,\n") == ["col_ind_smushed"])
    #expect(check("\(place),sen_gap_pp\n\(row),71.2\n", "sen_gap_pp,Indicator,L,,pp,1,,\n") == ["harmonised_variables"])
    #expect(check("\(place),level\n\(row),[c]\n", "level,Indicator,Level,,%,1,,\n") == ["ind_invalid_entry"])
    #expect(check("\(place),level\n\(row),NA\n", "level,Indicator,Level,,%,1,,\n").contains("general_null"))
    #expect(check("\(place),level\n\(row),\n", "level,Indicator,Level,,%,1,,\n") == ["ind_invalid_entry"])
    #expect(check("\(place),level\n\(row),1\n\(row),2\n", "level,Indicator,Level,,%,1,,\n").contains("general_dupes"))
    #expect(
      check("\(place),sex,level\n\(row),Total,1\n", "sex,Filter,Sex,,,,,\nlevel,Indicator,Level,,%,1,,\n") == [
        "filter_not_singular"
      ])
    #expect(
      check("\(place),level\n200808\(row.dropFirst(6)),1\n", "level,Indicator,Level,,%,1,,\n") == ["time_period_six"])
    #expect(
      check(
        "\(place),level\n200809,Academic year,Regional,E92000001,England,,,,,,1\n", "level,Indicator,Level,,%,1,,\n")
        == ["geog_level_completed"])
  }

  @Test("symbols stand without brackets, and a combination that no indicator is about is z")
  func symbols() throws {
    let text = String(
      decoding: try #require(OpenDataTable(openDataThemes[1], content, PublicationDecision(content.results))).data(),
      as: UTF8.self)
    #expect(!text.contains("["))
    let table = OpenDataScreener.parse(text)
    let header = table[0]
    let subject = header.firstIndex(of: "subject")!
    let level4 = header.firstIndex(of: "level_4_pupil_percent")!
    let progress = header.firstIndex(of: "two_levels_progress_pupil_percent")!
    for row in table.dropFirst() where row[subject] == "English" { #expect(row[level4] == "z") }
    for row in table.dropFirst() where row[subject] == "English and mathematics" { #expect(row[progress] == "z") }
  }

  @Test("children in care are suppressed where the authority's figure is, counts and all")
  func suppression() throws {
    let theme = openDataThemes.first { $0.name.hasPrefix("children_in_care") }!
    let table = OpenDataScreener.parse(
      String(
        decoding: try #require(OpenDataTable(theme, content, PublicationDecision(content.results))).data(),
        as: UTF8.self)
    )
    let rows = table.filter { $0[0] == "200809" && $0[2] == "Local authority" }
    #expect(!rows.isEmpty)
    for row in rows { #expect(row.suffix(3) == ["c", "c", "c"]) }
  }

  @Test("counties abolished in 2009 have no old code, and The Humber its capital")
  func officialNames() {
    func line(_ area: Area) -> String {
      String(decoding: CSVBytes.fields { OpenDataPlace.write(area, to: &$0) }, as: UTF8.self)
    }
    let county = Area(
      place: .localAuthority(LocalAuthorityCode(820)), name: "Bedfordshire", onsCode: "E10000001",
      regionCode: "E12000006",
      regionName: "East of England")
    #expect(line(county).hasSuffix(",x,E10000001,Bedfordshire"))
    let region = Area(
      place: .region("E12000003"), name: "Yorkshire and the Humber", onsCode: "E12000003", regionCode: "E12000003",
      regionName: "")
    #expect(line(region).contains("Yorkshire and The Humber"))
  }

  @Test("places of published code lists are written as the official lookup has them")
  func officialLookup() throws {
    guard let folder = ProjectFolders.published("geography") else { return }
    let lookup = OpenDataScreener.parse(
      try String(contentsOfFile: folder + "/region_la_hierarchy.csv", encoding: .utf8))
    #expect(lookup.count > 150)
    for row in lookup.dropFirst() where row[2] == "x" || row[2].wholeMatch(of: /[0-9]{3}/) != nil {
      let code = Int(row[2]) ?? 999
      // This list still has the old codes of two counties that the screener's own lookup has as `x`.
      let expected = ["E10000001", "E10000004"].contains(row[4]) ? "x" : row[2]
      let area = Area(
        place: .localAuthority(LocalAuthorityCode(code)), name: row[3], onsCode: row[4], regionCode: row[0],
        regionName: row[1])
      let written = OpenDataScreener.parse(
        String(decoding: CSVBytes.fields { OpenDataPlace.write(area, to: &$0) }, as: UTF8.self) + "\n")[0]
      #expect(Array(written.dropFirst(3)) == [row[0], row[1], expected, row[4], row[3]])
    }
  }
}
