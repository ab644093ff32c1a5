#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file open for reading at any place, by several threads at once.
final class InputFile: Sendable {
  let path: String
  let byteCount: Int
  private let descriptor: CInt

  init(path: String) throws(CSVError) {
    // Without O_NONBLOCK a named pipe would be waited for.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw CSVError(.cannotOpen(reason: systemReason()), path: path) }
    var status = stat()
    let known = unsafe fstat(descriptor, &status)
    guard known == 0, status.st_mode & S_IFMT == S_IFREG else {
      let reason = known == 0 ? "is not a regular file" : systemReason()
      close(descriptor)
      throw CSVError(.cannotOpen(reason: reason), path: path)
    }
    self.path = path
    self.byteCount = Int(status.st_size)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Fills the buffer from the byte at `offset`, or up to the end of the file; says how many bytes were read.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(CSVError) -> Int {
    let wanted = min(buffer.count, byteCount - offset)
    var done = 0
    while done < wanted {
      let got = unsafe pread(descriptor, buffer.baseAddress! + done, wanted - done, off_t(offset + done))
      if got > 0 {
        done += got
      } else if got == 0 {
        throw CSVError(.readFailed(reason: "the file became shorter while it was read"), path: path)
      } else if errno != EINTR {
        throw CSVError(.readFailed(reason: systemReason()), path: path)
      }
    }
    return done
  }
}

/// What the system says about its last failure, in lower case.
func systemReason(_ code: CInt = errno) -> String {
  let text = unsafe String(cString: strerror(code))
  return text.prefix(1).lowercased() + text.dropFirst()
}
