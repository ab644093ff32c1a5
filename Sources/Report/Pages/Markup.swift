/// HTML or SVG that is finished: it goes into a page as it is. Everything else is escaped by the templates.
struct Markup: Hashable, Sendable {
  let text: String
  init(_ text: String) { self.text = text }

  /// Text made safe for an element or an attribute.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { replacement($0) != nil }) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if let replacement = replacement(byte) { out.append(contentsOf: replacement.utf8) } else { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func replacement(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
