import ArgumentParser
import Foundation
import Ingest
import SchoolStatistics

/// Where the inputs are and how they are read.
struct InputOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("A folder of CSV files; may be given more than once.", valueName: "folder"))
  var data: [String] = Settings.data

  @Option(name: .long, help: ArgumentHelp("The folder of layouts, rulebook and code lists.", valueName: "folder"))
  var reference = Settings.reference

  @Option(name: .long, help: "The year that the report is about: 2009 or 2008/09. Default: the latest with results.")
  var year: String?

  @Option(name: .long, help: "How many threads to use. Default: one a core.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .long, help: "Treat errors in the inputs as a failure (exit code 1).")
  var strict = false

  @Flag(name: .long, help: "Say nothing while working.")
  var quiet = false

  func validate() throws {
    if let year, academicYear == nil {
      throw ValidationError("year '\(year)' is not a school year; give the year in which it ends, such as 2009")
    }
    if jobs < 1 { throw ValidationError("jobs '\(jobs)' is less than 1") }
  }

  var academicYear: AcademicYear? { year.flatMap(AcademicYear.init(reading:)) }
}
