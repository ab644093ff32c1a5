import ArgumentParser
import Foundation

/// Runs the command and turns its outcome into the promised exit codes: 0 done, 1 failed, 2 wrong usage.
@main
enum Main {
  static func main() {
    StandardStreams.open()
    Allocator.tellWhyAFaultEndsTheRun()
    Allocator.keepMemory()
    Interruption.watch()
    do {
      if case .failure(let mistake) = Settings.found { fail("\(mistake)", 2) }
      if let mistake = SchoolIndicators.mistakenSubcommand(CommandLine.arguments) { fail(mistake, 2) }
      var command = try SchoolIndicators.parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      switch SchoolIndicators.exitCode(for: error) {
      case .success: SchoolIndicators.exit(withError: error)
      case .validationFailure: fail(SchoolIndicators.fullMessage(for: error), 2)
      default: fail(message(error), 1)
      }
    }
  }

  /// Errors of the stages begin with the file they are about; the others get the word that says what they are.
  private static func message(_ error: any Error) -> String {
    let text = "\(error)"
    return text.contains("error: ") ? text : "error: " + text
  }

  private static func fail(_ message: String, _ code: Int32) -> Never {
    StandardStreams.endBars()
    StandardStreams.say((Terminal.standardError?.coloured(message) ?? message) + "\n")
    exit(code)
  }
}
