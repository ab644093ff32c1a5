/// How the bytes of a file stand for characters.
///
/// Published files are UTF-8 (with or without a byte-order mark) or Windows-1252, never UTF-16.
public enum TextEncoding: Sendable, Equatable {
  case utf8
  case windows1252
}

extension String {
  /// The text of one value.
  ///
  /// A value that is not valid UTF-8 in a file taken for UTF-8 is read as Windows-1252, because a file whose first
  /// accented name stands far down looks like ASCII from its beginning. Bytes that Windows-1252 leaves undefined
  /// become U+FFFD; the reader reports them as a ``CSVProblem``.
  ///
  /// - Complexity: O(*n*) in the bytes of the value.
  public init(decoding span: Span<UInt8>, encoding: TextEncoding) {
    if encoding == .utf8 || span.isASCII, let valid = try? UTF8Span(validating: span) {
      self = String(copying: valid)
    } else {
      self = String(windows1252: span)
    }
  }

  private init(windows1252 span: Span<UInt8>) {
    var scalars = String.UnicodeScalarView()
    for index in span.indices {
      let byte = span[index]
      scalars.append((0x80...0x9F).contains(byte) ? windows1252Scalars[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    self.init(scalars)
  }
}

extension Span<UInt8> {
  /// Whether every byte stands for itself in all the encodings read here.
  var isASCII: Bool {
    var seen: UInt8 = 0
    for index in indices { seen |= self[index] }
    return seen < 0x80
  }

  /// Whether the bytes are well-formed UTF-8.
  var isUTF8: Bool { (try? UTF8Span(validating: self)) != nil }

  /// Whether a byte has no character in Windows-1252.
  var hasUndefinedWindows1252: Bool {
    for index in indices where undefinedWindows1252.contains(self[index]) { return true }
    return false
  }
}

private let undefinedWindows1252: [UInt8] = [0x81, 0x8D, 0x8F, 0x90, 0x9D]

/// The characters of the bytes 0x80 to 0x9F; the others have the number of their Unicode scalar.
private let windows1252Scalars: [Unicode.Scalar] = [
  "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
  "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}", "\u{017D}", "\u{FFFD}",
  "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
  "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
]
