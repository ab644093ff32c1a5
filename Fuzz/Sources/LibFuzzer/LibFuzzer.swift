import Foundation

/// libFuzzer's own loop, which the sanitizer's library brings.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Calls `body` for ever, or as the arguments of the command say (`-max_total_time=60 corpus`), each time with another
/// input in the file at `path`.
public func fuzz(_ path: String, _ body: @escaping () -> Void) -> Never {
  unsafe (file, tried) = (path, body)
  var count = CommandLine.argc
  var arguments = unsafe CommandLine.unsafeArgv
  exit(unsafe runDriver(&count, &arguments, tryOne))
}

/// Under the name that the library asks for, although it is told of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOne(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = unsafe Data(UnsafeBufferPointer(start: bytes, count: size))
  do { try unsafe input.write(to: URL(fileURLWithPath: file)) } catch { fatalError("\(error)") }
  unsafe tried()
  return 0
}

// A callback from C holds nothing; it is called on one thread.
nonisolated(unsafe) private var file = ""
nonisolated(unsafe) private var tried: () -> Void = {}

/// A new folder for inputs, in memory where the machine has such a place.
public func makeScratchFolder() throws -> String {
  let base = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
  let folder = base + "/school-indicators-fuzz-\(getpid())"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  return folder
}
