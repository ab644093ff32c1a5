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
    if neutralisesFormulas, text.utf8.span.isTakenForFormula {
      append("'" + text)
    } else {
      append(text)
    }
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

  private mutating func append(_ text: String) {
    if text.utf8.span.needsQuotes {
      LibCSV.appendQuoted(text.utf8.span, to: &buffer)
    } else {
      buffer.append(contentsOf: text.utf8)
    }
  }
}

private let comma: UInt8 = 0x2C
private let quote: UInt8 = 0x22
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let space: UInt8 = 0x20
private let tab: UInt8 = 0x09

extension Span<UInt8> {
  /// Whether libcsv would read the value back as something else if it stood without quotes.
  fileprivate var needsQuotes: Bool {
    guard let last = indices.last else { return false }
    if self[0] == space || self[0] == tab || self[last] == space || self[last] == tab { return true }
    // U+FEFF, which at the beginning of a file is a byte-order mark.
    if self[0] == 0xEF { return true }
    for index in indices {
      let byte = self[index]
      if byte == comma || byte == quote || byte == lineFeed || byte == carriageReturn { return true }
    }
    return false
  }

  /// Whether a spreadsheet would take the text for a formula.
  fileprivate var isTakenForFormula: Bool {
    guard !isEmpty else { return false }
    return switch self[0] {
    case UInt8(ascii: "="), UInt8(ascii: "@"), tab, carriageReturn: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isSignedNumber
    default: false
    }
  }

  /// A sign, then digits with at most one decimal point.
  private var isSignedNumber: Bool {
    var digits = 0
    var points = 0
    for index in 1..<count {
      switch self[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }
}
