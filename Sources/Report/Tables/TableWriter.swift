import Synchronization

/// Writes a table whose rows are made in chunks, on several threads, and stand in the file in order.
enum TableWriter {
  static func write(
    _ table: TableDescription, chunks: Int, jobs: Int, to folder: ReportFolder,
    rows: @Sendable (Int) throws(ReportError) -> CSVBytes
  ) throws(ReportError) {
    let file = try folder.create(table.path)
    let header = table.header
    let bytes = Mutex(header.count)
    try file.write(header)
    try inOrder(chunks, jobs: jobs, make: rows) { (rows) throws(ReportError) in
      try file.write(rows.bytes)
      bytes.withLock { $0 += rows.count }
    }
    try file.close()
    folder.record(table.path, bytes: bytes.withLock { $0 })
  }
}
