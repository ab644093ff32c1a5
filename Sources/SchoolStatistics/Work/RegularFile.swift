import Foundation

/// Files read at once. A pipe or a device has no end, and a name can be one where a file is expected.
package enum RegularFile {
  /// An open descriptor, for the caller to close; nil where the file cannot be opened or is no regular one.
  package static func open(_ path: String) -> CInt? {
    // Without O_NONBLOCK a named pipe would be waited for.
    let descriptor = unsafe Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return descriptor }
    close(descriptor)
    return nil
  }

  /// Nil where it cannot be read or is no regular file.
  package static func contents(_ path: String) -> Data? {
    guard let descriptor = open(path) else { return nil }
    return try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).readToEnd() ?? Data()
  }
}
