/// Writes a CSV file: commas, LF line ends, values that need quotes quoted by libcsv.
///
///     var writer = try CSVWriter(path: "schools.csv")
///     try writer.write(["urn", "name"])
///     writer.field(100_053)
///     writer.field("Acland, Burghley")
///     try writer.endRecord()
///     try writer.close()
///
/// What it writes, ``CSVFile`` reads back as it was. Nothing is promised about the file before ``close()`` has returned.
public struct CSVWriter: ~Copyable {
  private var output: OutputFile
  private var buffer: [UInt8] = []
  private var fieldsInRecord = 0
  private var recordStart = 0
  private let neutralisesFormulas: Bool

  private static let flushSize = 1 << 16

  /// Creates the file, or empties it.
  ///
  /// - Parameter neutralisesFormulas: whether a text that a spreadsheet would take for a formula, because it begins
  ///   with `=`, `+`, `-`, `@`, a tab or a CR, gets an apostrophe before it. Plain numbers stay as they are.
  /// - Throws: `cannotCreate`.
  public init(path: String, neutralisesFormulas: Bool = false) throws(CSVError) {
    output = try OutputFile(path: path)
    self.neutralisesFormulas = neutralisesFormulas
    buffer.reserveCapacity(Self.flushSize * 2)
  }

  /// Writes a whole record.
  ///
  /// - Throws: `writeFailed`, on a full disk for example.
  public mutating func write(_ fields: [String]) throws(CSVError) {
    for text in fields { field(text) }
    try endRecord()
  }

  /// Adds a text to the record.
  public mutating func field(_ text: String) {
    beginField()
    CSVText.append(text, to: &buffer, neutralisingFormulas: neutralisesFormulas)
  }

  /// Adds a whole number to the record.
  public mutating func field(_ number: Int) {
    beginField()
    buffer.append(contentsOf: String(number).utf8)
  }

  /// Adds a field with nothing in it.
  public mutating func emptyField() { beginField() }

  /// Ends the record; the fields added from here belong to the next one.
  ///
  /// - Throws: `writeFailed`.
  public mutating func endRecord() throws(CSVError) {
    // A line with nothing on it would be no record.
    if fieldsInRecord == 1, buffer.count == recordStart { buffer.append(contentsOf: [quote, quote]) }
    buffer.append(lineFeed)
    fieldsInRecord = 0
    recordStart = buffer.count
    if buffer.count >= Self.flushSize { try flush() }
  }

  /// Writes what is left and closes the file; once, last.
  ///
  /// - Throws: `writeFailed`.
  public mutating func close() throws(CSVError) {
    precondition(fieldsInRecord == 0, "a record was begun and not ended")
    try flush()
    try output.close()
  }

  private mutating func flush() throws(CSVError) {
    try output.write(buffer)
    buffer.removeAll(keepingCapacity: true)
    recordStart = 0
  }

  private mutating func beginField() {
    if fieldsInRecord > 0 { buffer.append(comma) }
    fieldsInRecord += 1
  }
}

private let comma: UInt8 = 0x2C
private let quote: UInt8 = 0x22
private let lineFeed: UInt8 = 0x0A
