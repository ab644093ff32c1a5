import Foundation
import Synchronization

/// A file of the report while it is written. Writes go to it in the order of the calls.
final class OutputFile: Sendable {
  let path: String
  private let descriptor: Mutex<Int32>

  init(path: String) throws(ReportError) {
    self.path = path
    let opened = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if opened < 0 {
      let code = errno
      throw code == ENOSPC || code == EDQUOT
        ? .diskFull(path: path) : .cannotCreate(path: path, reason: Self.reason(code))
    }
    descriptor = Mutex(opened)
  }

  deinit { descriptor.withLock { if $0 >= 0 { _ = Foundation.close($0) } } }

  func write(_ bytes: [UInt8]) throws(ReportError) {
    let failure: Int32 = descriptor.withLock { descriptor in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = unsafe rest.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if written < 0 && errno == EINTR { continue }
        if written < 0 { return errno }
        rest = rest.dropFirst(written)
      }
      return 0
    }
    if failure != 0 { throw error(failure) }
  }

  /// Closes the file; a disk that is full may say so only now.
  func close() throws(ReportError) {
    let failure: Int32 = descriptor.withLock { descriptor in
      defer { descriptor = -1 }
      return Foundation.close(descriptor) == 0 ? 0 : errno
    }
    if failure != 0 { throw error(failure) }
  }

  private func error(_ code: Int32) -> ReportError {
    code == ENOSPC || code == EDQUOT ? .diskFull(path: path) : .cannotWrite(path: path, reason: Self.reason(code))
  }

  /// The system's words for an error number.
  static func reason(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
}
