import SchoolStatistics

/// Runs the checks that need all data at once.
struct DataChecks {
  private(set) var findings: [Finding] = []

  init(_ data: SchoolData, results: [FileResult], registers: Registers, years: [Int]) {
  }
}
