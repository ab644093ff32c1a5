import Foundation
import Testing
import TestSupport

@testable import Report

@Suite struct WriteReportTests {
  /// Writes the fixture to a folder that stays, for looking at: `REPORT_LOOK=/tmp/look swift test --filter WriteReportTests`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_LOOK"] != nil))
  func `the fixture can be looked at`() throws {
    let folder = ProcessInfo.processInfo.environment["REPORT_LOOK"]!
    let size = Int(ProcessInfo.processInfo.environment["REPORT_LOOK_AUTHORITIES"] ?? "2")!
    var options = ReportOptions(outFolder: folder, term: .autumn)
    options.jobs = 2
    options.rules = [("Data/reference/rulebook/2009.json5", String(repeating: "0", count: 64))]
    let summary = try writeReport(ReportFixture(authorities: size, schoolsPerAuthority: size > 90 ? 133 : 3, ranked: size > 90).run, options)
    print(summary)
  }
}
