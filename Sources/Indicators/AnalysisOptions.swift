import Rulebook
import SchoolStatistics

/// What an analysis is asked for.
public struct AnalysisOptions: Sendable {
  /// The year that the report is about; nil for the latest year with results.
  public var year: AcademicYear?
  /// Where no year is named, the last that may be chosen; nil where any may.
  public var latest: AcademicYear?
  /// How many years are reported, the headline year included.
  public var years: Int
  /// Threads.
  public var jobs: Int

  public init(year: AcademicYear? = nil, latest: AcademicYear? = nil, years: Int = 4, jobs: Int = 1) {
    (self.year, self.latest, self.years, self.jobs) = (year, latest, years, jobs)
  }
}

/// Why there is nothing to report.
public enum AnalysisError: Error, Hashable, Sendable {
  case unknownYear(Int, known: [Int])
  /// The data hold no results of any year with rules; `found` are the years they do hold.
  case noResults(found: [Int], known: [Int])
}

extension AnalysisError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownYear(let year, let known): "year '\(year)' has no rulebook; known years are \(yearsInWords(known))"
    case .noResults(let found, let known):
      found.isEmpty
        ? "the data hold no results; name a folder with result files by --data"
        : "the data hold results of \(yearsInWords(found)) only; known years are \(yearsInWords(known))"
    }
  }
}
