import Foundation
import Indicators
import SchoolStatistics
import TestSupport
import Testing

@testable import Report

@Suite struct IndicatorsTableTests {
  private static func write(
    _ fixture: ReportFixture = ReportFixture(), _ change: (inout ReportOptions) -> Void = { _ in }
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var options = ReportOptions(outFolder: folder.path, term: .autumn)
    options.formats = [.csv]
    change(&options)
    _ = try writeReport(fixture.run, options)
    return folder
  }

  private static func rows(_ folder: TemporaryFolder, _ table: String = "indicators") throws -> [Substring] {
    try folder.text(FolderTree.names(folder.path)[0] + "/tables/\(table).csv").split(separator: "\n")
  }

  @Test func `the columns are the promised ones in the promised order`() throws {
    #expect(
      try Self.rows(Self.write())[0]
        == "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,phase,indicator_id,indicator,pupil_group,unit,numerator,denominator,value,status,ci_lower,ci_upper,national_value,difference_from_national,significance,rank,ranked,quartile_band,decile,neighbour_mean,change_1_year,change_3_year,needed_for_next_band,coverage,note,significance_among_many,change_1_significance,change_3_significance"
    )
  }

  @Test func `rows say where, what, how much and against what`() throws {
    let rows = try Self.rows(Self.write(ReportFixture(ranked: true)))
    #expect(
      rows.contains(
        "200809,Academic year,Local authority,E92000001,England,E12000002,North West,901,E08000000,Anyborough,primary,ks2-l4-em,Level 4+ in English and maths,all,percent,2393,3479,68.8,,68.0,69.6,72.0,-3.2,below,61,150,B,5,70.5,-1.2,-2.5,129,99.1,published figure,,,"
      ))
    #expect(
      rows.contains { $0.hasPrefix("200809,Academic year,National,E92000001,England,,,,,,early-years,ey-threshold,") })
    #expect(
      rows.contains {
        $0.hasPrefix("200809,Academic year,Regional,E92000001,England,E12000002,North West,,,,early-years,")
      })
  }

  @Test func `a missing value has its symbol, its reason and no figure`() throws {
    let row = try #require(
      try Self.rows(Self.write()).first { $0.contains("200809") && $0.contains("901") && $0.contains("ks2-l4-em-cic") })
    #expect(row.contains(",cic,percent,,,,c,,,"))
    #expect(row.hasSuffix("\"suppressed; 3 years pooled: 29 of 66, 43.9%\",,,"))
  }

  @Test func `without bands there is no tenth either`() throws {
    var run = ReportFixture(ranked: true).run
    let values = run.results.values.map { value in
      var value = value
      value.standing?.band = ""
      value.standing?.decile = 0
      return value
    }
    run.results = IndicatorResults(
      years: run.results.years, headlineYear: run.results.headlineYear, indicators: run.results.indicators,
      areas: run.results.areas, values: values, schools: run.results.schools)
    let folder = try TemporaryFolder()
    var options = ReportOptions(outFolder: folder.path, term: .autumn)
    options.formats = [.csv]
    _ = try writeReport(run, options)
    #expect(try Self.rows(folder).contains { $0.contains(",below,61,150,,,70.5,-1.2,") })
  }

  @Test func `names cannot break out of their field or become formulas`() throws {
    let folder = try Self.write()
    #expect(
      try folder.text("2009-autumn/tables/schools.csv").contains(
        ",\"Saint Anne's & <script>alert(1)</script> \"\"Upper\"\", =SUM(A1)\","))
    #expect(try folder.text("2009-autumn/quality.csv").contains("data/=cmd.csv,,,'=1+1,unrecognised-file,error,"))
  }

  @Test func `schools keep their codes, with the zeros`() throws {
    let rows = try Self.rows(Self.write(), "schools")
    #expect(rows.contains { $0.contains(",School,901,Anyborough,990000,9012000,Alder Lane Primary School 0,") })
  }

  @Test func `every table has the columns that its schema describes`() throws {
    let folder = try Self.write()
    for (place, others) in [("", ["quality.csv"]), ("tables/", [])] {
      let package =
        try JSONSerialization.jsonObject(with: Data(folder.text("2009-autumn/\(place)datapackage.json").utf8))
        as! [String: Any]
      #expect((package["sources"] as! [[String: Any]])[0]["title"] as? String == "ks2_results_2009.csv")
      let resources = package["resources"] as! [[String: Any]]
      // Every table that was written, and no other.
      let root = folder.path + "/2009-autumn"
      let written = (FileManager.default.enumerator(atPath: root + "/tables")?.allObjects as? [String] ?? [])
        .filter { $0.hasSuffix(".csv") }.map { place.isEmpty ? "tables/" + $0 : $0 }
      #expect(Set(resources.map { $0["path"] as! String }) == Set(written + others))
      for resource in resources {
        let path = resource["path"] as! String
        let schema = resource["schema"] as! [String: Any]
        let fields = schema["fields"] as! [[String: Any]]
        let rows = try folder.text("2009-autumn/" + place + path).split(separator: "\n")
        let header = rows[0].split(separator: ",").map(String.init)
        #expect(fields.map { $0["name"] as! String } == header, "\(path)")
        #expect(Set(schema["primaryKey"] as? [String] ?? []).isSubset(of: header), "\(path)")
        #expect((resource["licenses"] as! [[String: Any]]).count == 1)
        let widths = Set(rows.filter { !$0.contains("\"") }.map { $0.count { $0 == "," } })
        #expect(widths == [header.count - 1], "\(path)")
      }
    }
  }

  @Test func `a report limited to an authority holds it, its region and England`() throws {
    let rows = try Self.rows(Self.write { $0.authorities = [LocalAuthorityCode(902)] })
    #expect(!rows.contains { $0.contains(",901,") })
    #expect(
      rows.contains { $0.contains(",902,") } && rows.contains { $0.contains(",Regional,") }
        && rows.contains { $0.contains(",National,") })
    let schools = try Self.rows(Self.write { $0.authorities = [LocalAuthorityCode(902)] }, "schools")
    #expect(schools.count > 1 && !schools.contains { $0.contains(",901,") })
  }

  @Test func `an authority or region without results is named`() throws {
    #expect(throws: ReportError.unknownAuthority(code: "303")) {
      try Self.write { $0.authorities = [LocalAuthorityCode(303)] }
    }
    #expect(throws: ReportError.unknownRegion(name: "Atlantis", known: ["North West"])) {
      try Self.write { $0.regions = ["Atlantis"] }
    }
    _ = try Self.write { $0.regions = ["north west"] }
  }
}
