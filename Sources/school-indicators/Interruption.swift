import Dispatch
import Foundation
import Report

/// Ends a run that is stopped from outside (Ctrl-C, a terminated job): says what was written by then and leaves no
/// half-written folder.
enum Interruption {
  private nonisolated(unsafe) static var sources: [any DispatchSourceSignal] = []

  /// Precondition: called once, before anything else.
  static func watch() {
    let queue = DispatchQueue(label: "interruption", qos: .userInitiated)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        StandardStreams.say("\nstopped: \(outcome(stopWriting()))\n")
        _exit(128 + number)
      }
      source.resume()
      unsafe sources.append(source)
    }
    // A file that grows past the limit set for it is an error to be told, not a reason to die.
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// What a stopped run has written, by the places that it had finished.
  static func outcome(_ finished: [String]) -> String {
    guard let last = finished.last else { return "nothing was written, earlier reports are as they were" }
    let before = finished.count - 1
    return (before > 0 ? "\(before) folders and '\(last)' are" : "'\(last)' is")
      + " written and whole; all else is as it was"
  }
}
