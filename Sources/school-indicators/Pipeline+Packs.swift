import ArgumentParser
import SchoolStatistics

extension Pipeline {
  /// Ends the run where the inputs have errors and `--strict` was given.
  func stopAtErrors(_ findings: [Finding]) throws {
    let errors = findings.count { $0.severity == .error }
    guard input.strict, errors > 0 else { return }
    progress.say(
      "\(String.count(errors, "error")) in the inputs and --strict was given: nothing was written; 'check' lists them")
    throw ExitCode(1)
  }
}
