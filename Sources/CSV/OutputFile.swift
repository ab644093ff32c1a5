#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file open for writing from its beginning on.
struct OutputFile: ~Copyable {
  let path: String
  private var descriptor: CInt

  init(path: String) throws(CSVError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw CSVError(.cannotCreate(reason: systemReason()), path: path) }
  }

  deinit { if descriptor >= 0 { _ = systemClose(descriptor) } }

  mutating func write(_ bytes: [UInt8]) throws(CSVError) {
    var done = 0
    while done < bytes.count {
      let put = unsafe bytes.withUnsafeBytes { unsafe systemWrite(descriptor, $0.baseAddress! + done, $0.count - done) }
      if put >= 0 {
        done += put
      } else if errno != EINTR {
        throw CSVError(.writeFailed(reason: systemReason()), path: path)
      }
    }
  }

  mutating func close() throws(CSVError) {
    guard descriptor >= 0 else { return }
    let closed = systemClose(descriptor)
    descriptor = -1
    guard closed == 0 else { throw CSVError(.writeFailed(reason: systemReason()), path: path) }
  }
}

private func systemClose(_ descriptor: CInt) -> CInt { close(descriptor) }

private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
