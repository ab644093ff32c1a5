import Foundation
import Report
import Threads

/// Ends a run that is stopped from outside (Ctrl-C, a terminated job): says what was written by then and leaves no
/// half-written folder.
enum Interruption {
  /// Precondition: called once, before anything else: threads made before would not keep the signals back.
  static func watch() {
    var stopping = sigset_t()
    unsafe sigemptyset(&stopping)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { unsafe sigaddset(&stopping, number) }
    var before = sigset_t()
    unsafe pthread_sigmask(SIG_BLOCK, &stopping, &before)
    let watched = stopping
    let started = startThread {
      var signals = watched
      var number: CInt = 0
      while unsafe sigwait(&signals, &number) != 0 {}
      StandardStreams.endBars()
      StandardStreams.say("\nstopped: \(outcome(stopWriting()))\n")
      _exit(128 + number)
    }
    // Without a thread that waits for them, signals end the run as they end any other.
    if !started { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    // A file that grows past the limit set for it is an error to be told, not a reason to die.
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Whether whoever started the run wants it to go on at this signal, as `nohup` does.
  private static func isIgnored(_ number: CInt) -> Bool {
    var action = sigaction()
    unsafe sigaction(number, nil, &action)
    let handler = unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    let ignored = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    return handler == ignored
  }

  /// What a stopped run has written, by the places that it had finished.
  static func outcome(_ finished: [String]) -> String {
    guard let last = finished.last else { return "nothing was written, earlier reports are as they were" }
    let before = finished.count - 1
    return (before > 0 ? "\(before) folders and '\(last)' are" : "'\(last)' is")
      + " written and whole; all else is as it was"
  }
}
