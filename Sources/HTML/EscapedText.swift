extension [UInt8] {
  /// Appends text made safe for an element or an attribute.
  ///
  /// Control characters and those that turn the direction of what follows stand for nothing that a name or a sentence
  /// says; each becomes U+FFFD, so that a reader sees that something was there. Line ends and tabs stay.
  mutating func appendEscaped(_ text: String) {
    let plain = text.utf8
    if !plain.contains(where: { isSpecial[Int($0)] }) {
      append(contentsOf: plain)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append(contentsOf: "&amp;".utf8)
      case "<": append(contentsOf: "&lt;".utf8)
      case ">": append(contentsOf: "&gt;".utf8)
      case "\"": append(contentsOf: "&quot;".utf8)
      case "'": append(contentsOf: "&#39;".utf8)
      case "\t", "\n", "\r": append(UInt8(scalar.value))
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        append(contentsOf: "\u{FFFD}".utf8)
      default: append(contentsOf: UTF8.encode(scalar)!)
      }
    }
  }
}

/// Bytes that text may hold only escaped, or that begin a character which must be looked at.
private let isSpecial: [Bool] = (0...255).map { byte in
  switch UInt8(byte) {
  case 9, 10, 13: false
  case 0..<0x20, 0x7F, 0xC2, 0xE2: true
  case let byte: "&<>\"'".utf8.contains(byte)
  }
}
