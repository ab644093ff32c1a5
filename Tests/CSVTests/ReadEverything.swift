import CByteScan
import TestSupport

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

  /// The wanted columns of every record as text, one string a record, `|` between the values.
  func texts(columns: [Int], parts: Int = 1) throws(CSVError) -> [String] {
    try read(columns: columns, parts: parts, makeState: { _ in [String]() }) { rows, record in
      rows.append(columns.indices.map { record.text($0) }.joined(separator: "|"))
    }.flatMap(\.state)
  }

  /// What was odd, with lines counted from 1 in the file.
  func problems(columns: [Int], parts: Int = 1) throws(CSVError) -> [CSVProblem] {
    try read(columns: columns, parts: parts, makeState: { _ in 0 }) { _, _ in }.flatMap { part in
      part.problems.map { CSVProblem($0.kind, line: part.firstLine + $0.line) }
    }
  }
}

/// Writes a file for as long as the body runs.
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let folder = try TemporaryFolder()
  defer { withExtendedLifetime(folder) {} }
  return try body(try folder.write("file.csv", bytes))
}

func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
  try withFile(Array(text.utf8), body)
}

/// The error that the body throws, or nil.
func csvError(_ body: () throws(CSVError) -> Void) -> CSVError? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}
