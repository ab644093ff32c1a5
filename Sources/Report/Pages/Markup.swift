/// HTML or SVG that is finished: it goes into a page as it is. Everything else is escaped by the templates.
struct Markup: Hashable, Sendable {
  let text: String
  init(_ text: String) { self.text = text }

  /// Text made safe for an element or an attribute, for markup that no template makes (charts).
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }
}
