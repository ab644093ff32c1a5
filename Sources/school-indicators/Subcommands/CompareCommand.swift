import ArgumentParser
import Report

/// The regional comparison alone.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Write the local authorities of each region side by side.",
    discussion: """
      Ranks and bands the authorities on every indicator of the data, with neighbours, movement and the rate of \
      improvement, and writes one folder, such as Reports/2009-autumn-comparison: a page and a workbook for each \
      region and for England. Ranks are always among all authorities with data, whatever --region asks for.

      Exit codes: 0 written; 1 nothing usable, or errors in the inputs with --strict; 2 wrong usage.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var access: AccessOptions

  func validate() throws {
    if output.audience != .internal {
      throw ValidationError(
        "audience '\(output.audience.rawValue)' gets no comparison: it shows small figures; 'report' writes what may be published"
      )
    }
  }

  func run() throws {
    access.apply()
    try ReportRun(input: input, output: output).write(.comparison)
  }
}
