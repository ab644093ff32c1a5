import LibFuzzer

@testable import CSV

// The reader: whatever the bytes, a file read in one part and in three gives the same records and the same problems.

let file = try makeScratchFolder() + "/input.csv"

/// All that was read, as one text: each record with its line, its number of fields and its values, then the problems.
func everything(_ csv: CSVFile, parts: Int) throws(CSVError) -> String {
  let columns = Array(0..<min(try csv.header().names.count, 8))
  let read = try csv.read(columns: columns, parts: parts, makeState: { _ in [(line: Int, text: String)]() }) {
    rows, record in
    let values = columns.indices.map { record.text($0) }
    rows.append((record.line, "\(record.fieldCount) \(values)"))
  }
  let rows = read.flatMap { part in part.state.map { "\(part.firstLine + $0.line): \($0.text)" } }
  let problems = read.flatMap { part in part.problems.map { "\(part.firstLine + $0.line): \($0.kind)" } }
  return (rows + problems).joined(separator: "\n")
}

fuzz(file) {
  do throws(CSVError) {
    let csv = try CSVFile(path: file, recordLimit: 1 << 16)
    let (whole, cut) = (try everything(csv, parts: 1), try everything(csv, parts: 3))
    precondition(whole == cut, "one part:\n\(whole)\nthree parts:\n\(cut)")
  } catch {
    _ = error.description
  }
}
