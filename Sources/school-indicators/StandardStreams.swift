import CAllocator
import Foundation
import Synchronization

/// The three streams that a process is given, which may be closed, full or a pipe that nobody reads any more.
enum StandardStreams {
  /// A closed stream becomes one that goes nowhere, so that no file that is opened later is taken for it.
  static func open() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
      let nowhere = unsafe Foundation.open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY)
      if nowhere >= 0 && nowhere != descriptor {
        dup2(nowhere, descriptor)
        close(nowhere)
      }
    }
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// The bar that stands in the last line of the terminal, empty where none does, and whether there will be no more.
  private static let last = Mutex((bar: "", isOver: false))
  private static let clear = "\r\u{1B}[K"

  /// Says something on standard error, above the bar. What cannot be said ends no run.
  static func say(_ text: String) {
    last.withLock { last in put((last.bar.isEmpty ? "" : clear) + text + last.bar) }
  }

  /// Shows a bar in the place of the one before; none where it is empty.
  static func show(_ bar: String) {
    last.withLock { last in
      guard !last.isOver, bar != last.bar else { return }
      put((last.bar.isEmpty ? "" : clear) + bar)
      last.bar = bar
    }
  }

  /// Takes the bar away, and lets none come after.
  static func endBars() {
    show("")
    last.withLock { $0.isOver = true }
  }

  private static func put(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}
