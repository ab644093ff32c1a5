import ArgumentParser
import Report

/// The main job.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the indicator tables and pages of every local authority.",
    discussion: """
      Reads the data folders, calculates the indicators and writes one folder, such as Reports/2009-autumn, with \
      index.html as the way in. With --la or --region the folder has the scope in its name, such as \
      Reports/2009-autumn-la-902. It is moved in whole when it is complete; an earlier one stays until then, and packs \
      in it stay for good. A folder that the tool did not write is never touched.

      Exit codes: 0 written; 1 nothing usable, or errors in the inputs with --strict; 2 wrong usage.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var access: AccessOptions
  @OptionGroup var day: DayOption

  func run() throws {
    access.apply()
    try ReportRun(input: input, output: output, day: day).write(.report)
  }
}
