/// A CSV file of any size, read as a stream of the columns that are wanted.
///
/// RFC 4180 as libcsv reads it: a comma between fields; LF, CR LF or CR at the end of a line; quotes round fields that
/// hold any of these, doubled inside; spaces and tabs round fields trimmed; blank lines dropped; no line end needed
/// after the last record. Other Unicode line separators are text.
///
///     let file = try CSVFile(path: "ks4.csv")
///     let names = try file.header().names
///     let parts = try file.read(columns: [4, 0], parts: 2, makeState: { _ in 0 }) { pupils, record in
///       pupils += Int(record.text(0)) ?? 0
///     }
public struct CSVFile: Sendable {
  public let path: String
  /// Bytes in the file when it was opened.
  public let byteCount: Int
  let evidence: TextEvidence
  let options: ReadingOptions

  /// Opens the file and reads its beginning only, to see that it is text and how it is encoded.
  ///
  /// - Parameter recordLimit: the most bytes one record may take, up to 1 GiB.
  /// - Throws: `cannotOpen`, `notText`, `readFailed`.
  public init(path: String, recordLimit: Int = 16 << 20) throws(CSVError) {
    try self.init(path: path, options: ReadingOptions(recordLimit: recordLimit))
  }

  init(path: String, options: ReadingOptions) throws(CSVError) {
    precondition(1...1 << 30 ~= options.recordLimit, "a record takes between 1 byte and 1 GiB")
    let file = try InputFile(path: path)
    self.path = path
    self.byteCount = file.byteCount
    self.options = options
    self.evidence = try TextEvidence(beginningOf: file)
  }

  /// Opens the file again; it must not have changed.
  func open() throws(CSVError) -> InputFile {
    let file = try InputFile(path: path)
    guard file.byteCount == byteCount else {
      throw CSVError(.readFailed(reason: "the file changed while it was read"), path: path)
    }
    return file
  }

  /// Reads the first record.
  ///
  /// - Throws: `empty` when there is none, `unclosedQuote` when a quoted name runs to the end of the file,
  ///   `recordTooLong`, `notText`, `readFailed`.
  public func header() throws(CSVError) -> CSVHeader {
    var options = options
    options.chunkSize = min(options.chunkSize, 1 << 14)
    let layout = ReadingLayout(allColumnsWith: evidence, options: options)
    var reader = PartReader(try open(), range: evidence.headerOffset..<byteCount, layout: layout)
    let row: [String]?
    do { row = try reader.nextRow() } catch { throw error.moved(by: 1) }
    guard let names = row else { throw CSVError(.empty, path: path) }
    for problem in reader.problems {
      guard case .unclosedQuote = problem.kind else { continue }
      throw CSVError(.unclosedQuote(openedAtLine: problem.line + 1), path: path, line: problem.line + 1)
    }
    return CSVHeader(
      names: names, encoding: evidence.encoding, hasByteOrderMark: evidence.hasByteOrderMark,
      firstRecordOffset: reader.position, firstRecordLine: reader.line + 1)
  }
}
