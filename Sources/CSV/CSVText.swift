/// One field of a CSV file as bytes: as it is where that reads back the same, else quoted by libcsv.
///
/// For writers of large tables that keep their own buffers; ``CSVWriter`` writes its fields with it.
public enum CSVText {
  /// Appends a field, without the comma before it or after it. Nothing is appended for an empty text.
  ///
  /// - Parameter neutralisingFormulas: whether a text that a spreadsheet would take for a formula gets an apostrophe
  ///   before it. Plain numbers stay as they are.
  public static func append(_ text: String, to bytes: inout [UInt8], neutralisingFormulas: Bool) {
    if neutralisingFormulas, text.utf8.span.isTakenForFormula {
      append("'" + text, to: &bytes)
    } else {
      append(text, to: &bytes)
    }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    if text.utf8.span.needsQuotes {
      LibCSV.appendQuoted(text.utf8.span, to: &bytes)
    } else {
      bytes.append(contentsOf: text.utf8)
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
