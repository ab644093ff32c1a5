import ArgumentParser
import Report
import SchoolStatistics

/// Where reports go and what is wanted of them.
struct OutputOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The folder that holds reports; each run is a folder in it.", valueName: "folder"))
  var out = "Reports"

  @Option(name: .long, help: "The term of the report: \(Term.allCases.map(\.rawValue).joined(separator: ", ")).")
  var term: Term = .autumn

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Only these local authorities, by their three-digit codes.", valueName: "code"))
  var la: [String] = []

  @Option(name: .long, help: ArgumentHelp("Only the local authorities of this region.", valueName: "name"))
  var region: String?

  @Option(name: .long, help: "For whom: \(Audience.allCases.map(\.rawValue).joined(separator: ", ")).")
  var audience: Audience = .internal

  @Option(name: .long, help: "What to write, with commas between: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ",")).")
  var formats: String?

  func validate() throws {
    _ = try codes
    _ = try chosenFormats
  }

  var codes: [LocalAuthorityCode]? {
    get throws {
      if la.isEmpty { return nil }
      return try la.flatMap { $0.split(separator: ",") }.map { text in
        guard text.utf8.count == 3, let number = Int(text), number > 0 else {
          throw ValidationError("la '\(text)' is not a three-digit code of a local authority, such as 301")
        }
        return LocalAuthorityCode(number)
      }
    }
  }

  var chosenFormats: Set<ReportFormat>? {
    get throws {
      guard let formats else { return nil }
      return try Set(formats.split(separator: ",").map { text in
        guard let format = ReportFormat(rawValue: text.lowercased()) else {
          throw ValidationError("format '\(text)' is not known; known are \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return format
      })
    }
  }
}

extension Term: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}
