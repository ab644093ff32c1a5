import Dispatch
import Foundation
import Report

/// Ends a run that is stopped from outside (Ctrl-C, a terminated job): says so and leaves no half-written folder.
enum Interruption {
  private nonisolated(unsafe) static var sources: [any DispatchSourceSignal] = []

  /// Precondition: called once, before anything else.
  static func watch() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
      source.setEventHandler {
        abandonUnfinishedReport()
        FileHandle.standardError.write(Data("\nstopped: nothing was written, earlier reports are as they were\n".utf8))
        _exit(128 + number)
      }
      source.resume()
      unsafe sources.append(source)
    }
    // A file that grows past the limit set for it is an error to be told, not a reason to die.
    _ = signal(SIGXFSZ, SIG_IGN)
  }
}
