import Glibc
import Ingest

private let folder: String = {
  let path = "/dev/shm/fuzz-ingest-\(getpid())"
  mkdir(path, 0o700)
  return path
}()

/// Reads a folder of two files, the bytes before and after a zero byte.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzzIngest(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let all = UnsafeBufferPointer(start: bytes, count: count)
  let cut = all.firstIndex(of: 0) ?? count
  for (name, range) in [("one.csv", 0..<cut), ("two.csv", min(cut + 1, count)..<count)] {
    let file = open(folder + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    write(file, bytes.map { $0 + range.lowerBound }, range.count)
    close(file)
  }
  _ = try? ingest(IngestOptions(dataFolders: [folder], referenceFolder: "Data/reference", jobs: 1))
  return 0
}
