@testable import CSV

/// One record as the reader gave it, its line counted from 1 in the file.
struct ReadRow: Equatable, Sendable {
  var line: Int
  var fieldCount: Int
  var values: [[UInt8]]
}

extension CSVFile {
  /// Reads the wanted columns of every record into memory.
  func rows(columns: [Int], parts: Int) throws(CSVError) -> [ReadRow] {
    try read(columns: columns, parts: parts, makeState: { _ in [ReadRow]() }) { rows, record in
      var values: [[UInt8]] = []
      for k in columns.indices {
        let span = record[k]
        values.append(span.indices.map { span[$0] })
      }
      rows.append(ReadRow(line: record.line, fieldCount: record.fieldCount, values: values))
    }.flatMap { part in
      part.state.map { ReadRow(line: part.firstLine + $0.line, fieldCount: $0.fieldCount, values: $0.values) }
    }
  }
}
