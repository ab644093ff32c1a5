import CAllocator
import Foundation

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

  /// Says something on standard error. What cannot be said ends no run.
  static func say(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}
