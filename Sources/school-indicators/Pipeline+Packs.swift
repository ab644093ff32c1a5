import Analysis
import ArgumentParser
import Foundation
import SchoolStatistics

extension Pipeline {
  /// Judges the targets, for packs that show them.
  mutating func judgeTargets(_ data: SchoolData, _ results: IndicatorResults) throws -> AmbitionResults {
    let path = input.reference + "/ambition.json5"
    let options = try AmbitionOptions(json5: Data(contentsOf: URL(fileURLWithPath: path)))
    return timed("target ambition") {
      AmbitionAnalysis(options: options).results(data, through: results.headlineYear) { indicator, place, year in
        results.value(indicator, place, year)?.value ?? .missing(.notSupplied)
      }
    }
  }

  /// Ends the run where the inputs have errors and `--strict` was given.
  func stopAtErrors(_ findings: [Finding]) throws {
    let errors = findings.count { $0.severity == .error }
    guard input.strict, errors > 0 else { return }
    progress.say("\(errors) errors in the inputs and --strict was given: nothing was written; 'check' lists them")
    throw ExitCode(1)
  }
}
