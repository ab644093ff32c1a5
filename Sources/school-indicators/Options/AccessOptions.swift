import ArgumentParser
import Foundation

/// Who may read what is written.
struct AccessOptions: ParsableArguments {
  @Flag(
    name: .long,
    help:
      "Let every user of the machine read what is written. Default: the owner and the group only, as cohorts are small."
  )
  var readableByAll = false

  /// Precondition: called before anything is written.
  func apply() { umask(umask(0) | (readableByAll ? 0o022 : 0o027)) }
}
