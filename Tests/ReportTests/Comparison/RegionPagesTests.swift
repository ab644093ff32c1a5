import Foundation
import SchoolStatistics
import TestSupport
import Testing

@testable import Report

@Suite("Pages of regions")
struct RegionPagesTests {
  /// Writes the pages to a folder that stays, for looking at: `COMPARISON_LOOK=/tmp/look`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["COMPARISON_LOOK"] != nil))
  func `the pages can be looked at`() throws {
    let look = ProcessInfo.processInfo.environment["COMPARISON_LOOK"]!
    let content = try ComparisonFixture(
      regions: [
        "North East", "North West", "Yorkshire and The Humber", "East Midlands", "West Midlands", "East of England",
        "London",
        "South East", "South West",
      ], authoritiesPerRegion: 16
    ).content()
    let folder = ReportFolder(path: look)
    for output in [RegionPages(), AuthorityPages()] as [any ReportOutput] { try output.write(content, to: folder) }
  }
}
