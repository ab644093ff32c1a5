import CSV
import Glibc

private let path = "/dev/shm/fuzz-reader-\(getpid()).csv"

/// Reads the bytes as a file in one part and in three, which must give the same.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzzReader(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  write(file, bytes, count)
  close(file)
  guard let csv = try? CSVFile(path: path, recordLimit: 1 << 12), let header = try? csv.header() else { return 0 }
  let one = texts(csv, header.names.count, parts: 1)
  let three = texts(csv, header.names.count, parts: 3)
  precondition(one == three, "three parts give other records than one")
  return 0
}

/// Every value of every record; nil where the file cannot be read.
private func texts(_ csv: CSVFile, _ columns: Int, parts: Int) -> [String]? {
  let read = try? csv.read(columns: Array(0..<columns), parts: parts, makeState: { _ in [String]() }) { texts, record in
    for column in 0..<columns { texts.append(record.text(column)) }
  }
  return read.map { $0.flatMap(\.state) }
}
