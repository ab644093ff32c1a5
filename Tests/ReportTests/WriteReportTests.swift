import Foundation
import TestSupport
import Testing

@testable import Report

@Suite struct WriteReportTests {
  private static func files(jobs: Int) throws -> [String: Data] {
    let folder = try TemporaryFolder()
    var options = ReportOptions(outFolder: folder.path, term: .autumn)
    options.jobs = jobs
    _ = try writeReport(ReportFixture(authorities: 12, schoolsPerAuthority: 30, ranked: true).run, options)
    let names = FileManager.default.enumerator(atPath: folder.path + "/2009-autumn")?.allObjects as? [String] ?? []
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0.contains(".") }.map {
        ($0, try Data(contentsOf: URL(filePath: folder.path + "/2009-autumn/" + $0)))
      })
  }

  @Test func `the same run gives the same bytes, whatever the number of threads`() throws {
    var one = try Self.files(jobs: 1)
    var four = try Self.files(jobs: 4)
    #expect(one.count >= 20)
    one["run.json"] = nil
    four["run.json"] = nil
    #expect(one == four)
  }

  @Test func `the run's record names inputs with their digests, counts and outputs`() throws {
    let record = try JSONSerialization.jsonObject(with: Self.files(jobs: 1)["run.json"]!) as! [String: Any]
    let input = (record["inputs"] as! [[String: Any]])[0]
    #expect(input["sha256"] as? String == String(repeating: "ab", count: 32))
    #expect(input["layout"] as? String == "ks2_results")
    #expect((record["findings"] as! [String: Int]) == ["note": 0, "warning": 3, "error": 1])
    let outputs = (record["outputs"] as! [[String: Any]]).map { $0["path"] as! String }
    #expect(outputs == outputs.sorted())
    #expect(
      Set(outputs).isSuperset(of: [
        "index.html", "quality.html", "quality.csv", "la/901/index.html", "tables/indicators.csv", "tables/schools.csv",
        "tables/reconciliation.csv", "tables/datapackage.json",
      ]))
    #expect((record["seconds"] as! [String: Double])["ingest"] == 0.25)
  }

  @Test func `the summary counts what was written`() throws {
    let folder = try TemporaryFolder()
    let summary = try writeReport(ReportFixture().run, ReportOptions(outFolder: folder.path, term: .spring))
    #expect(summary.folder == folder.path + "/2009-spring")
    #expect(summary.files >= 10 && summary.authorities == 2)
    #expect(summary.bytes > 100_000)
    #expect(summary.findings == [.warning: 3, .error: 1])
  }

  /// Writes the fixture to a folder that stays, for looking at: `REPORT_LOOK=/tmp/look swift test --filter WriteReportTests`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_LOOK"] != nil))
  func `the fixture can be looked at`() throws {
    let folder = ProcessInfo.processInfo.environment["REPORT_LOOK"]!
    let size = Int(ProcessInfo.processInfo.environment["REPORT_LOOK_AUTHORITIES"] ?? "2")!
    var options = ReportOptions(outFolder: folder, term: .autumn)
    options.jobs = 2
    options.rules = [("Data/reference/rulebook/2009.json5", String(repeating: "0", count: 64))]
    let summary = try writeReport(
      ReportFixture(authorities: size, schoolsPerAuthority: size > 90 ? 133 : 3, ranked: size > 90).run, options)
    print(summary)
  }

  /// CPU time of pages and tables: `REPORT_TIME=1 swift test -c release --filter WriteReportTests`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_TIME"] != nil))
  func `pages and tables can be timed`() throws {
    let content = try ReportContent(
      ReportFixture(authorities: 150, schoolsPerAuthority: 133, ranked: true).run,
      ReportOptions(outFolder: "", term: .autumn))
    func seconds(_ work: () throws -> Void) rethrows -> Double {
      let start = clock()
      try work()
      return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }
    let folder = try TemporaryFolder()
    print(
      "values of schools",
      seconds { for school in content.results.schools.schools { _ = content.results.schools.values(of: school) } })
    print("schools table", try seconds { try SchoolsTable().write(content, to: ReportFolder(path: folder.path)) })
    print("authority pages", try seconds { try AuthorityPages().write(content, to: ReportFolder(path: folder.path)) })
    print(
      "charts alone",
      seconds {
        for area in content.authorities {
          for i in content.results.indicators { _ = IndicatorRow(i, area.place, content.results)?.chart }
        }
      })
    for section in authoritySections {
      print(type(of: section), seconds { for area in content.authorities { _ = section.render(area, content) } })
    }
  }
}
